# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1 semana
snooze-month = 1 mês
snooze-quarter = 3 meses

## Kinds: what another person is to a member, as choices and in lists

kind-pick = O que esta pessoa é para você?
kind-pick-none = Prefiro não dizer
kind-manager = liderança direta
kind-report = pessoa liderada
kind-skip-level = liderança superior
kind-peer = colega
kind-mentor = mentoria
kind-customer = cliente
kind-partner = parceria
kind-friend = amizade
kind-other = outra relação
