## Days

when-now = à l'instant | maintenant | tout juste | il y a un instant | là maintenant
when-today = aujourd'hui | auj | aujourdhui | ajd | tout à l'heure
when-yesterday = hier
when-before-yesterday = avant-hier
when-tomorrow = demain
when-after-tomorrow = après-demain | après demain
when-monday = lundi | lun
when-tuesday = mardi | mar
when-wednesday = mercredi | mer
when-thursday = jeudi | jeu
when-friday = vendredi | ven
when-saturday = samedi | sam
when-sunday = dimanche | dim

## Months

when-january = janvier | janv
when-february = février | févr
when-march = mars
when-april = avril | avr
when-may = mai
when-june = juin
when-july = juillet | juil
when-august = août
when-september = septembre | sept
when-october = octobre | oct
when-november = novembre | nov
when-december = décembre | déc

## Parts of the day

when-morning = matin | du matin | au matin | dans la matinée | matinée | en matinée | en fin de matinée | fin de matinée
when-lunchtime = déjeuner | au déjeuner | pause déjeuner | à la pause déjeuner | au déj | pause déj | pendant le déjeuner
when-afternoon = après-midi | de l'après-midi | dans l'après-midi | aprem | de l'aprem | dans l'aprem | en début d'après-midi | début d'après-midi | en fin d'après-midi | fin d'après-midi
when-evening = soir | du soir | au soir | en soirée | soirée | dans la soirée | en début de soirée | en fin de journée | fin de journée
when-night = nuit | de la nuit | dans la nuit
when-noon = midi | à midi
when-midnight = minuit | à minuit
when-this-morning = ce matin | aujourd'hui dans la matinée
when-this-lunchtime = ce midi | à midi aujourd'hui
when-this-afternoon = cet après-midi | cette après-midi | cet aprem | cette aprem
when-this-evening = ce soir
when-tonight = ce soir tard
when-last-night = cette nuit | la nuit dernière | hier dans la nuit

## Times

when-at = à | vers | aux environs de | aux alentours de | autour de | sur les
when-am = am | a.m.
when-pm = pm | p.m.
when-o-clock = h | heures | heure
when-minute-mark = min | minutes
when-half-past = et demie | et demi
when-half-to = { "" }

## Numbers

when-one = un | une | premier
when-two = deux
when-three = trois
when-four = quatre
when-five = cinq
when-six = six
when-seven = sept
when-eight = huit
when-nine = neuf
when-ten = dix | une dizaine de
when-a-couple = une paire de
when-a-few = quelques | deux ou trois | deux trois
when-one-and-a-half = un et demi

## Lengths of time

when-minutes = minutes | minute | min | mn
when-hours = heures | heure | h
when-days = jours | jour | j
when-weeks = semaines | semaine | sem
when-months = mois
when-years = ans | an | années | année
when-half-an-hour = une demi-heure | demi-heure | une demie heure | demie heure
when-fortnight = quinze jours | une quinzaine de jours
when-ago = il y a | y a | ya | il ya | ça fait | cela fait
when-ahead = dans | d'ici

## Weeks, months and years

when-last = dernier | dernière | passé | passée
when-this = ce | cet | cette
when-next = prochain | prochaine
when-last-week = la semaine dernière | semaine dernière | la semaine passée | semaine passée
when-week-before-last = il y a deux semaines | la semaine d'avant | semaine d'avant
when-this-week = cette semaine
when-next-week = la semaine prochaine | semaine prochaine
when-last-month = le mois dernier | mois dernier | le mois passé | mois passé
when-last-year = l'année dernière | l'an dernier | l'année passée | l'an passé

## Small words

when-noise = la | les | l | du | de | d | des | au | environ | à peu près | pile
when-article-of-day = le
when-day-mark = er | e | ème
when-year-mark = { "" }

## Offered while somebody types

when-minutes-ago = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
when-hours-ago = { $count ->
    [one] il y a { $count } heure
   *[other] il y a { $count } heures
}
when-days-ago = { $count ->
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
}
when-weeks-ago = { $count ->
    [one] il y a { $count } semaine
   *[other] il y a { $count } semaines
}
when-months-ago = il y a { $count } mois
when-half-an-hour-ago = il y a une demi-heure
when-an-hour-ago = il y a une heure
when-a-week-ago = il y a une semaine
when-a-month-ago = il y a un mois
when-yesterday-morning = hier matin
when-yesterday-afternoon = hier après-midi
when-yesterday-evening = hier soir
when-last-weekday = { $day ->
   *[Mon] lundi dernier
    [Tue] mardi dernier
    [Wed] mercredi dernier
    [Thu] jeudi dernier
    [Fri] vendredi dernier
    [Sat] samedi dernier
    [Sun] dimanche dernier
}
when-in-days = { $count ->
    [one] dans { $count } jour
   *[other] dans { $count } jours
}
when-in-weeks = { $count ->
    [one] dans { $count } semaine
   *[other] dans { $count } semaines
}
when-in-months = dans { $count } mois
when-in-a-week = dans une semaine
when-in-a-month = dans un mois
when-next-weekday = { $day ->
   *[Mon] lundi prochain
    [Tue] mardi prochain
    [Wed] mercredi prochain
    [Thu] jeudi prochain
    [Fri] vendredi prochain
    [Sat] samedi prochain
    [Sun] dimanche prochain
}
when-day-of-month = { $day } { $month }
