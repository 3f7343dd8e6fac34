## Days

when-now = agora mesmo | agora | agorinha | agora há pouco | agora pouco | há pouco | faz pouco | neste momento | neste instante | nesse instante
when-today = hoje | hoje mesmo | hoje mais cedo | mais cedo
when-yesterday = ontem | ontem mesmo
when-before-yesterday = anteontem | antes de ontem | ante ontem | antesdeontem | antontem
when-tomorrow = amanhã
when-after-tomorrow = depois de amanhã
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

when-morning = de manhã | pela manhã | da manhã | na manhã | na parte da manhã | manhã | de manhã cedo | de manhãzinha | cedo | bem cedo | cedinho | antes do almoço | da madrugada | de madrugada | na madrugada | madrugada
when-lunchtime = no almoço | na hora do almoço | no horário do almoço | no horário de almoço | hora do almoço | durante o almoço | almoço
when-afternoon = à tarde | de tarde | da tarde | na tarde | pela tarde | na parte da tarde | tarde | depois do almoço | após o almoço | no início da tarde | no começo da tarde
when-evening = à noite | de noite | da noite | na noite | pela noite | noite | à noitinha | no fim da tarde | no final da tarde | no fim de tarde | fim da tarde | final da tarde | fim de tarde | no fim do dia | no final do dia | fim do dia | final do dia | no início da noite | no começo da noite
when-night = tarde da noite | noite | da noite
when-noon = meio-dia | ao meio-dia
when-midnight = meia-noite | à meia-noite
when-this-morning = hoje de manhã | esta manhã | hoje cedo | nesta manhã | essa manhã | nessa manhã
when-this-lunchtime = hoje no almoço
when-this-afternoon = hoje à tarde | esta tarde | nesta tarde | essa tarde | nessa tarde
when-this-evening = hoje à noite | esta noite | nesta noite | essa noite | nessa noite
when-tonight = hoje tarde da noite
when-last-night = noite passada | a noite passada | na noite passada

## Times

when-at = às | à | pelas | pela | lá pelas | lá pela | por volta das | por volta da | por volta de | por volta do | ali pelas | perto das | cerca das | cerca de | mais ou menos | aproximadamente | quase | uns | umas
when-am = am | a.m.
when-pm = pm | p.m.
when-o-clock = h | horas | hora | hs | hr | hrs
when-minute-mark = min | minutos
when-half-past = e meia
when-half-to = { "" }

## Numbers

when-one = um | uma | primeiro
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
when-a-few = uns | umas | alguns | algumas | poucos | poucas | uns poucos | umas poucas | dois ou três | duas ou três | 2 ou 3
when-one-and-a-half = um e meio

## Lengths of time

when-minutes = minutos | minuto | min | mins
when-hours = horas | hora | h | hs | hr | hrs
when-days = dias | dia | d
when-weeks = semanas | semana | sem
when-months = meses | mês
when-years = anos | ano
when-half-an-hour = meia hora
when-fortnight = quinze dias | uma quinzena | quinzena
when-ago = há | atrás | faz | tem | fazem
when-ahead = daqui a | dentro de | em

## Weeks, months and years

when-last = passada | passado | último | última | anterior
when-this = este | esta | neste | nesta | deste | desta | esse | essa | nesse | nessa | desse | dessa
when-next = próxima | próximo | que vem
when-last-week = semana passada | na semana passada | a semana passada | última semana
when-week-before-last = semana retrasada | na semana retrasada
when-this-week = esta semana | nesta semana | essa semana | nessa semana
when-next-week = semana que vem | na semana que vem | próxima semana | na próxima semana
when-last-month = mês passado | no mês passado | o mês passado
when-last-year = ano passado | no ano passado

## Small words

when-noise = o | a | os | as | no | na | nos | nas | de | do | da | ao | e
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
when-in-days = { $count ->
    [one] daqui a { $count } dia
   *[other] daqui a { $count } dias
}
when-in-weeks = { $count ->
    [one] daqui a { $count } semana
   *[other] daqui a { $count } semanas
}
when-in-months = { $count ->
    [one] daqui a { $count } mês
   *[other] daqui a { $count } meses
}
when-in-a-week = daqui a uma semana
when-in-a-month = daqui a um mês
when-next-weekday = { $day ->
   *[Mon] próxima segunda
    [Tue] próxima terça
    [Wed] próxima quarta
    [Thu] próxima quinta
    [Fri] próxima sexta
    [Sat] próximo sábado
    [Sun] próximo domingo
}
when-day-of-month = { $day } de { $month }
