# What a member chose about one person.

## Lengths of a snooze, as choices

snooze-week = 1 semaine
snooze-month = 1 mois
snooze-quarter = 3 mois

## Kinds: what another person is to a member, as choices and in lists

kind-pick = Quel est ton lien avec cette personne ?
kind-pick-none = Je préfère ne pas le dire
kind-manager = responsable
kind-report = personne encadrée
kind-skip-level = N+2
kind-peer = collègue
kind-mentor = mentorat
kind-customer = clientèle
kind-partner = partenaire
kind-friend = amitié
kind-other = autre
