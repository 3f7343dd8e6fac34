# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1 week
snooze-month = 1 month
snooze-quarter = 3 months

## Kinds: what another person is to a member, as choices and in lists

kind-pick = What are they to you?
kind-pick-none = I'd rather not say
kind-manager = manager
kind-report = report
kind-skip-level = skip-level
kind-peer = peer
kind-mentor = mentor
kind-customer = customer
kind-partner = partner
kind-friend = friend
kind-other = other
