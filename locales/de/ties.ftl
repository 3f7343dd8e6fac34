# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1 Woche
snooze-month = 1 Monat
snooze-quarter = 3 Monate

## Kinds: what another person is to a member, as choices and in lists

kind-pick = Was ist diese Person für dich?
kind-pick-none = Keine Angabe
kind-manager = Führungskraft
kind-report = von mir geführt
kind-skip-level = übernächste Ebene
kind-peer = gleiche Ebene
kind-mentor = Mentoring
kind-customer = Kundschaft
kind-partner = Kooperation
kind-friend = Freundschaft
kind-other = Sonstiges
