# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1 semana
snooze-month = 1 mes
snooze-quarter = 3 meses

## Kinds: what another person is to a member, as choices and in lists

kind-pick = ¿Qué es para ti esta persona?
kind-pick-none = Prefiero no decirlo
kind-manager = jefatura directa
kind-report = persona a cargo
kind-skip-level = jefatura superior
kind-peer = colega
kind-mentor = mentoría
kind-customer = cliente
kind-partner = colaboración externa
kind-friend = amistad
kind-other = otra relación
