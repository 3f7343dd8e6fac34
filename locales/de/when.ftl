## Days

when-now = gerade eben | eben | gerade | soeben | eben gerade | jetzt | jetzt gerade | gerade jetzt | grad eben | grade eben | gerade erst | eben erst
when-today = heute | vorhin
when-yesterday = gestern
when-before-yesterday = vorgestern
when-tomorrow = morgen
when-after-tomorrow = übermorgen
when-monday = Montag | Mo | montags
when-tuesday = Dienstag | Di | dienstags
when-wednesday = Mittwoch | Mi | mittwochs
when-thursday = Donnerstag | Do | donnerstags
when-friday = Freitag | Fr | freitags
when-saturday = Samstag | Sa | Sonnabend | samstags
when-sunday = Sonntag | So | sonntags

## Months

when-january = Januar | Jänner
when-february = Februar | Feber
when-march = März | Maerz | Mrz
when-april = April
when-may = Mai
when-june = Juni | Juno
when-july = Juli
when-august = August
when-september = September | Sept
when-october = Oktober
when-november = November
when-december = Dezember

## Parts of the day

when-morning = morgens | Morgen | am Morgen | früh | in der Früh | Vormittag | vormittags | am Vormittag | frühmorgens | am frühen Morgen | am späten Vormittag
when-lunchtime = mittags | Mittag | am Mittag | in der Mittagspause | Mittagspause | beim Mittagessen | Mittagessen | über Mittag | zu Mittag
when-afternoon = nachmittags | Nachmittag | am Nachmittag | am frühen Nachmittag | am späten Nachmittag
when-evening = abends | Abend | am Abend | am frühen Abend | am späten Abend | spätabends
when-night = nachts | Nacht | in der Nacht
when-noon = zwölf Uhr | zwölf Uhr mittags | Punkt zwölf | zwölf
when-midnight = Mitternacht | um Mitternacht
when-this-morning = heute Morgen | heute früh | heute Vormittag | diesen Morgen
when-this-lunchtime = heute Mittag
when-this-afternoon = heute Nachmittag
when-this-evening = heute Abend
when-tonight = heute Nacht
when-last-night = letzte Nacht | gestern Nacht | vergangene Nacht

## Times

when-at = um | gegen | ungefähr um | etwa um | ca | etwa | ungefähr | circa | zirka | rund
when-am = am | a.m.
when-pm = pm | p.m.
when-o-clock = Uhr | h
when-minute-mark = { "" }
when-half-past = { "" }
when-half-to = halb

## Numbers

when-one = ein | eins | eine | einer | einem | einen | ner | nem | nen
when-two = zwei | zwo
when-three = drei
when-four = vier
when-five = fünf
when-six = sechs
when-seven = sieben
when-eight = acht
when-nine = neun
when-ten = zehn
when-a-couple = { "" }
when-a-few = ein paar | paar | einige | einigen | wenige | wenigen | mehrere | mehreren
when-one-and-a-half = anderthalb | eineinhalb

## Lengths of time

when-minutes = Minuten | Minute | Min | m
when-hours = Stunden | Stunde | Std | h
when-days = Tagen | Tage | Tag | d
when-weeks = Wochen | Woche | W | Wo
when-months = Monaten | Monate | Monat | Monats
when-years = Jahren | Jahre | Jahr | J | Jahres
when-half-an-hour = einer halben Stunde | eine halbe Stunde | halbe Stunde | halben Stunde | ner halben Stunde
when-fortnight = vierzehn Tagen | vierzehn Tage
when-ago = vor | her | ist her
when-ahead = in

## Weeks, months and years

when-last = letzten | letzter | letzte | letztes | letztem | vorigen | vorige | voriges | voriger | vergangenen | vergangene | vergangenes | vergangener
when-this = diesen | diese | dieser | dieses | diesem
when-next = nächsten | nächster | nächste | nächstes | kommenden | kommende | kommendes
when-last-week = letzte Woche | letzter Woche | vorige Woche | vergangene Woche | in der letzten Woche
when-week-before-last = vorletzte Woche | vorletzter Woche
when-this-week = diese Woche | dieser Woche
when-next-week = nächste Woche | nächster Woche | kommende Woche
when-last-month = letzten Monat | letzter Monat | letztes Monat | im letzten Monat | vorigen Monat | vergangenen Monat
when-last-year = letztes Jahr | letzten Jahres | im letzten Jahr | voriges Jahr | vergangenes Jahr

## Small words

when-noise = am | der | den | die | das | dem | des | an | vom | von | es | ist | war | schon
when-article-of-day = { "" }
when-day-mark = te | ter | ten | tes | sten | ste
when-year-mark = { "" }

## Offered while somebody types

when-minutes-ago = { $count ->
    [one] vor { $count } Minute
   *[other] vor { $count } Minuten
}
when-hours-ago = { $count ->
    [one] vor { $count } Stunde
   *[other] vor { $count } Stunden
}
when-days-ago = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
}
when-weeks-ago = { $count ->
    [one] vor { $count } Woche
   *[other] vor { $count } Wochen
}
when-months-ago = { $count ->
    [one] vor { $count } Monat
   *[other] vor { $count } Monaten
}
when-half-an-hour-ago = vor einer halben Stunde
when-an-hour-ago = vor einer Stunde
when-a-week-ago = vor einer Woche
when-a-month-ago = vor einem Monat
when-yesterday-morning = gestern früh
when-yesterday-afternoon = gestern Nachmittag
when-yesterday-evening = gestern Abend
when-last-weekday = { $day ->
   *[Mon] letzten Montag
    [Tue] letzten Dienstag
    [Wed] letzten Mittwoch
    [Thu] letzten Donnerstag
    [Fri] letzten Freitag
    [Sat] letzten Samstag
    [Sun] letzten Sonntag
}
when-in-days = { $count ->
    [one] in { $count } Tag
   *[other] in { $count } Tagen
}
when-in-weeks = { $count ->
    [one] in { $count } Woche
   *[other] in { $count } Wochen
}
when-in-months = { $count ->
    [one] in { $count } Monat
   *[other] in { $count } Monaten
}
when-in-a-week = in einer Woche
when-in-a-month = in einem Monat
when-next-weekday = { $day ->
   *[Mon] nächsten Montag
    [Tue] nächsten Dienstag
    [Wed] nächsten Mittwoch
    [Thu] nächsten Donnerstag
    [Fri] nächsten Freitag
    [Sat] nächsten Samstag
    [Sun] nächsten Sonntag
}
when-day-of-month = { $day }. { $month }
