# Weekdays, circles and lengths of a pause, as they stand in labels and sentences.

# "… on Mondays"
on-weekdays = { $weekday ->
   *[Mon] los lunes
    [Tue] los martes
    [Wed] los miércoles
    [Thu] los jueves
    [Fri] los viernes
    [Sat] los sábados
    [Sun] los domingos
}

## Circles: how often a member wants to talk with somebody

circle-close = Cercano (cada semana)
circle-regular = Habitual (cada mes)
circle-wider = Amplio (cada 3 meses)
circle-distant = Lejano (cada 6 meses)
circle-own = { $days ->
    [one] Cada día
   *[other] Cada { $days } días
}
# "You wanted to talk every week."
rhythm-close = cada semana
rhythm-regular = cada mes
rhythm-wider = cada 3 meses
rhythm-distant = cada 6 meses
rhythm-own = { $days ->
    [one] cada día
   *[other] cada { $days } días
}
circle-pick = ¿Cada cuánto quieres hablar?
circle-pick-own = Otro número de días…
# The form for a number of days. Discord shows at most 45 characters of each.
circle-form = ¿Cada cuánto?
circle-form-days = ¿Cada cuántos días?
circle-unknown = Eso no parece un número de días. Escribe uno, por ejemplo 10.
circle-days = Un círculo puede ser de 1 a { $most } días. Escribe un número, por ejemplo 10.

## Lengths of a pause, as choices

pause-two-weeks = 2 semanas
pause-one-month = 1 mes
pause-three-months = 3 meses
pause-until-they-say = Hasta que yo avise
