# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1 semana
snooze-month = 1 mes
snooze-quarter = 3 meses
