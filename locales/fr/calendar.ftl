# Weekdays, circles and lengths of a pause, as they stand in labels and sentences.

# "… on Mondays"
on-weekdays = { $weekday ->
   *[Mon] le lundi
    [Tue] le mardi
    [Wed] le mercredi
    [Thu] le jeudi
    [Fri] le vendredi
    [Sat] le samedi
    [Sun] le dimanche
}

## Circles: how often a member wants to talk with somebody

circle-close = Proche (chaque semaine)
circle-regular = Régulier (chaque mois)
circle-wider = Élargi (tous les 3 mois)
circle-distant = Lointain (tous les 6 mois)
circle-own = { $days ->
    [one] Tous les jours
   *[other] Tous les { $days } jours
}
# "You wanted to talk every week."
rhythm-close = chaque semaine
rhythm-regular = chaque mois
rhythm-wider = tous les 3 mois
rhythm-distant = tous les 6 mois
rhythm-own = { $days ->
    [one] tous les jours
   *[other] tous les { $days } jours
}
circle-pick = À quel rythme veux-tu garder le contact ?
circle-pick-own = Un autre nombre de jours…
# The form for a number of days. Discord shows at most 45 characters of each.
circle-form = À quel rythme ?
circle-form-days = Combien de jours entre deux échanges ?
circle-unknown = Je n'y reconnais pas de nombre de jours. Écris par exemple 10.
circle-days = Le rythme peut aller de 1 à { $most } jours. Écris par exemple 10.

## Lengths of a pause, as choices

pause-two-weeks = 2 semaines
pause-one-month = 1 mois
pause-three-months = 3 mois
pause-until-they-say = Jusqu'à nouvel ordre
