# Weekdays, circles and lengths of a pause, as they stand in labels and sentences.

# "… on Mondays"
on-weekdays = { $weekday ->
   *[Mon] montags
    [Tue] dienstags
    [Wed] mittwochs
    [Thu] donnerstags
    [Fri] freitags
    [Sat] samstags
    [Sun] sonntags
}

## Circles: how often a member wants to talk with somebody

circle-close = Eng (jede Woche)
circle-regular = Regelmäßig (jeden Monat)
circle-wider = Locker (alle 3 Monate)
circle-distant = Fern (alle 6 Monate)
circle-own = { $days ->
    [one] Jeden Tag
   *[other] Alle { $days } Tage
}
# "You wanted to talk every week."
rhythm-close = jede Woche
rhythm-regular = jeden Monat
rhythm-wider = alle 3 Monate
rhythm-distant = alle 6 Monate
rhythm-own = { $days ->
    [one] jeden Tag
   *[other] alle { $days } Tage
}
circle-pick = Wie oft möchtest du Kontakt haben?
circle-pick-own = Eigene Anzahl Tage…
# The form for a number of days. Discord shows at most 45 characters of each.
circle-form = Wie oft?
circle-form-days = Nach wie vielen Tagen wieder?
circle-unknown = Das kann ich nicht als Anzahl Tage lesen. Schreib zum Beispiel 10.
circle-days = Möglich sind 1 bis { $most } Tage. Schreib zum Beispiel 10.

## Lengths of a pause, as choices

pause-two-weeks = 2 Wochen
pause-one-month = 1 Monat
pause-three-months = 3 Monate
pause-until-they-say = Bis ich mich melde
