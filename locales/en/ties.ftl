# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1 week
snooze-month = 1 month
snooze-quarter = 3 months
