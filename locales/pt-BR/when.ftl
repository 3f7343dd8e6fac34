## Days

when-now = agora mesmo | agora | agorinha | agora há pouco
when-today = hoje
when-yesterday = ontem
when-before-yesterday = anteontem | antes de ontem
when-tomorrow = amanhã
when-monday = segunda | segunda-feira | seg | 2ª feira
when-tuesday = terça | terça-feira | ter | 3ª feira
when-wednesday = quarta | quarta-feira | qua | 4ª feira
when-thursday = quinta | quinta-feira | qui | 5ª feira
when-friday = sexta | sexta-feira | sex | 6ª feira
when-saturday = sábado | sáb
when-sunday = domingo | dom

## Months

when-january = janeiro | jan
when-february = fevereiro | fev
when-march = março | mar
when-april = abril | abr
when-may = maio | mai
when-june = junho | jun
when-july = julho | jul
when-august = agosto | ago
when-september = setembro | set
when-october = outubro | out
when-november = novembro | nov
when-december = dezembro | dez

## Parts of the day

when-morning = de manhã | pela manhã | da manhã | na manhã | manhã | cedo | da madrugada
when-lunchtime = no almoço | na hora do almoço | almoço
when-afternoon = à tarde | de tarde | da tarde | pela tarde | tarde
when-evening = à noite | de noite | da noite | pela noite | noite | no fim da tarde
when-night = tarde da noite | noite | da noite
when-noon = meio-dia | ao meio-dia
when-midnight = meia-noite | à meia-noite
when-this-morning = hoje de manhã | esta manhã | hoje cedo | nesta manhã
when-this-lunchtime = hoje no almoço
when-this-afternoon = hoje à tarde | esta tarde | nesta tarde
when-this-evening = hoje à noite | esta noite | nesta noite
when-tonight = hoje tarde da noite
when-last-night = noite passada | na noite passada

## Times

when-at = às | pelas | lá pelas | por volta das
when-am = am | a.m.
when-pm = pm | p.m.
when-o-clock = h | horas | hora | hs
when-minute-mark = min | minutos
when-half-past = e meia
when-half-to = { "" }

## Numbers

when-one = um | uma
when-two = dois | duas
when-three = três
when-four = quatro
when-five = cinco
when-six = seis
when-seven = sete
when-eight = oito
when-nine = nove
when-ten = dez
when-a-couple = um par de | uns dois | umas duas
when-a-few = uns | umas | alguns | algumas | uns poucos | umas poucas
when-one-and-a-half = um e meio

## Lengths of time

when-minutes = minutos | minuto | min | mins
when-hours = horas | hora | h | hs
when-days = dias | dia | d
when-weeks = semanas | semana | sem
when-months = meses | mês
when-years = anos | ano
when-half-an-hour = meia hora
when-fortnight = quinze dias | uma quinzena
when-ago = há | atrás | faz | tem

## Weeks, months and years

when-last = passada | passado | último | última
when-this = este | esta | neste | nesta | esse | essa | nesse | nessa
when-next = próxima | próximo | que vem
when-last-week = semana passada | na semana passada | a semana passada | última semana
when-week-before-last = semana retrasada | na semana retrasada
when-this-week = esta semana | nesta semana | essa semana | nessa semana
when-next-week = semana que vem | na semana que vem | próxima semana | na próxima semana
when-last-month = mês passado | no mês passado | o mês passado
when-last-year = ano passado | no ano passado

## Small words

when-noise = o | a | os | as | no | na | de | do | da | ao
when-article-of-day = dia | no dia
when-day-mark = o
when-year-mark = { "" }

## Offered while somebody types

when-minutes-ago = { $count ->
    [one] há { $count } minuto
   *[other] há { $count } minutos
}
when-hours-ago = { $count ->
    [one] há { $count } hora
   *[other] há { $count } horas
}
when-days-ago = { $count ->
    [one] há { $count } dia
   *[other] há { $count } dias
}
when-weeks-ago = { $count ->
    [one] há { $count } semana
   *[other] há { $count } semanas
}
when-months-ago = { $count ->
    [one] há { $count } mês
   *[other] há { $count } meses
}
when-half-an-hour-ago = há meia hora
when-an-hour-ago = há uma hora
when-a-week-ago = há uma semana
when-a-month-ago = há um mês
when-yesterday-morning = ontem de manhã
when-yesterday-afternoon = ontem à tarde
when-yesterday-evening = ontem à noite
when-last-weekday = { $day ->
   *[Mon] segunda passada
    [Tue] terça passada
    [Wed] quarta passada
    [Thu] quinta passada
    [Fri] sexta passada
    [Sat] sábado passado
    [Sun] domingo passado
}
when-day-of-month = { $day } de { $month }
