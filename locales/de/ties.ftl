# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1 Woche
snooze-month = 1 Monat
snooze-quarter = 3 Monate
