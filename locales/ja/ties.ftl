# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1週間
snooze-month = 1か月
snooze-quarter = 3か月
