# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1 semaine
snooze-month = 1 mois
snooze-quarter = 3 mois
