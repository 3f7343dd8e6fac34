## Days

when-now = ahora mismo | ahora | recién | justo ahora | hace un momento | ahorita
when-today = hoy | hace un rato
when-yesterday = ayer
when-before-yesterday = anteayer | antes de ayer | antier | ante ayer
when-tomorrow = mañana
when-after-tomorrow = pasado mañana
when-monday = lunes | lun
when-tuesday = martes | mar
when-wednesday = miércoles | mié | mie
when-thursday = jueves | jue
when-friday = viernes | vie
when-saturday = sábado | sáb
when-sunday = domingo | dom

## Months

when-january = enero | ene
when-february = febrero | feb
when-march = marzo | mar
when-april = abril | abr
when-may = mayo | may
when-june = junio | jun
when-july = julio | jul
when-august = agosto | ago
when-september = septiembre | setiembre | sept | sep | set
when-october = octubre | oct
when-november = noviembre | nov
when-december = diciembre | dic

## Parts of the day

when-morning = por la mañana | en la mañana | de la mañana | a la mañana | mañana | de la madrugada | a primera hora | a media mañana
when-lunchtime = a la hora de comer | a la hora del almuerzo | al almuerzo | en el almuerzo | durante el almuerzo | a la hora de la comida | en la comida | durante la comida
when-afternoon = por la tarde | en la tarde | de la tarde | a la tarde | tarde | a media tarde
when-evening = por la noche | en la noche | de la noche | a la noche | noche | al anochecer
when-night = entrada la noche | noche | de la noche
when-noon = mediodía | al mediodía | a mediodía | medio día | al medio día | a medio día
when-midnight = medianoche | a medianoche | a la medianoche | media noche | a media noche
when-this-morning = esta mañana | hoy por la mañana | hoy temprano
when-this-lunchtime = hoy a la hora de comer | hoy en el almuerzo
when-this-afternoon = esta tarde | hoy por la tarde
when-this-evening = esta noche | hoy por la noche
when-tonight = hoy tarde en la noche
when-last-night = anoche

## Times

when-at = a las | a la | sobre las | hacia las | tipo | a eso de las | a eso de la | como a las | como a la | alrededor de las | cerca de las
when-am = am | a.m. | a. m.
when-pm = pm | p.m. | p. m.
when-o-clock = h | horas | hora | hs | hrs | en punto
when-minute-mark = min | minutos
when-half-past = y media
when-half-to = { "" }

## Numbers

when-one = uno | un | una | primero
when-two = dos
when-three = tres
when-four = cuatro
when-five = cinco
when-six = seis
when-seven = siete
when-eight = ocho
when-nine = nueve
when-ten = diez
when-a-couple = un par de | un par
when-a-few = unos | unas | unos pocos | unas pocas | algunos | algunas
when-one-and-a-half = uno y medio

## Lengths of time

when-minutes = minutos | minuto | min
when-hours = horas | hora | h | hs | hrs
when-days = días | día | d
when-weeks = semanas | semana | sem
when-months = meses | mes
when-years = años | año
when-half-an-hour = media hora
when-fortnight = quince días | una quincena
when-ago = hace | atrás
when-ahead = dentro de | en

## Weeks, months and years

when-last = pasado | pasada | último | última
when-this = este | esta
when-next = próximo | próxima | que viene
when-last-week = la semana pasada | semana pasada | la última semana | la semana anterior
when-week-before-last = la semana antepasada | semana antepasada | hace dos semanas
when-this-week = esta semana
when-next-week = la semana que viene | la próxima semana | semana que viene
when-last-month = el mes pasado | mes pasado | el último mes
when-last-year = el año pasado | año pasado

## Small words

when-noise = la | las | los | de | del | al | a | como | aproximadamente | más o menos
when-article-of-day = el | día
when-day-mark = o | er | ro
when-year-mark = { "" }

## Offered while somebody types

when-minutes-ago = { $count ->
    [one] hace { $count } minuto
   *[other] hace { $count } minutos
}
when-hours-ago = { $count ->
    [one] hace { $count } hora
   *[other] hace { $count } horas
}
when-days-ago = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
}
when-weeks-ago = { $count ->
    [one] hace { $count } semana
   *[other] hace { $count } semanas
}
when-months-ago = { $count ->
    [one] hace { $count } mes
   *[other] hace { $count } meses
}
when-half-an-hour-ago = hace media hora
when-an-hour-ago = hace una hora
when-a-week-ago = hace una semana
when-a-month-ago = hace un mes
when-yesterday-morning = ayer por la mañana
when-yesterday-afternoon = ayer por la tarde
when-yesterday-evening = ayer por la noche
when-last-weekday = { $day ->
   *[Mon] el lunes pasado
    [Tue] el martes pasado
    [Wed] el miércoles pasado
    [Thu] el jueves pasado
    [Fri] el viernes pasado
    [Sat] el sábado pasado
    [Sun] el domingo pasado
}
when-in-days = { $count ->
    [one] en { $count } día
   *[other] en { $count } días
}
when-in-weeks = { $count ->
    [one] en { $count } semana
   *[other] en { $count } semanas
}
when-in-months = { $count ->
    [one] en { $count } mes
   *[other] en { $count } meses
}
when-in-a-week = en una semana
when-in-a-month = en un mes
when-next-weekday = { $day ->
   *[Mon] el próximo lunes
    [Tue] el próximo martes
    [Wed] el próximo miércoles
    [Thu] el próximo jueves
    [Fri] el próximo viernes
    [Sat] el próximo sábado
    [Sun] el próximo domingo
}
when-day-of-month = { $day } de { $month }
