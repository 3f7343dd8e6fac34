# Weekdays, circles and lengths of a pause, as they stand in labels and sentences.

# "… on Mondays"
on-weekdays = { $weekday ->
   *[Mon] às segundas-feiras
    [Tue] às terças-feiras
    [Wed] às quartas-feiras
    [Thu] às quintas-feiras
    [Fri] às sextas-feiras
    [Sat] aos sábados
    [Sun] aos domingos
}

## Circles: how often a member wants to talk with somebody

circle-close = Próximo (toda semana)
circle-regular = Regular (todo mês)
circle-wider = Amplo (a cada 3 meses)
circle-distant = Distante (a cada 6 meses)
circle-own = { $days ->
    [one] Todo dia
   *[other] A cada { $days } dias
}
# "You wanted to talk every week."
rhythm-close = toda semana
rhythm-regular = todo mês
rhythm-wider = a cada 3 meses
rhythm-distant = a cada 6 meses
rhythm-own = { $days ->
    [one] todo dia
   *[other] a cada { $days } dias
}
circle-pick = Com que frequência você quer conversar?
circle-pick-own = Outro número de dias…
# The form for a number of days. Discord shows at most 45 characters of each.
circle-form = Com que frequência?
circle-form-days = A cada quantos dias?
circle-unknown = Não entendi isso como número de dias. Escreva só o número, por exemplo 10.
circle-days = O intervalo pode ser de 1 a { $most } dias. Escreva só o número, por exemplo 10.

## Lengths of a pause, as choices

pause-two-weeks = 2 semanas
pause-one-month = 1 mês
pause-three-months = 3 meses
pause-until-they-say = Até eu avisar
