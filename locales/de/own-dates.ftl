# /dates: a member's birthday and the day they started, and where others read them.

# $day: "5. Dezember".
own-dates-birthday = Dein Geburtstag ist am { $day }. Wer hier mit dir gesprochen hat, liest das in `/person` und, wenn es so weit ist, auch im Stups.
own-dates-first-day = Du hast am { $day } angefangen. Wer hier mit dir gesprochen hat, liest das in `/person` und, wenn es so weit ist, auch im Stups.
# Added where $day is 29 February.
own-dates-leap-day = In Jahren ohne diesen Tag zählt der 28. Februar.
own-dates-remove = Entfernen
own-dates-no-birthday = Deinen Geburtstag kenne ich noch nicht. Mit `/dates birthday` und einem Tag wie „5. Dez“ verrätst du ihn mir, ohne Jahr; nur wer hier mit dir gesprochen hat, liest ihn.
own-dates-no-first-day = Den Tag, an dem du angefangen hast, kenne ich noch nicht. Mit `/dates first-day` und einem Tag wie „5. Dez“ verrätst du ihn mir, ohne Jahr; nur wer hier mit dir gesprochen hat, liest ihn.
own-dates-birthday-removed = Entfernt: Deinen Geburtstag liest hier niemand mehr.
own-dates-first-day-removed = Entfernt: Den Tag, an dem du angefangen hast, liest hier niemand mehr.
own-dates-untracked = Du möchtest hier nicht erfasst werden, deshalb würde niemand ein Datum von dir lesen, und ich habe es nicht gespeichert. *{ privacy-track-again }* in `/privacy` ändert das.

## Refused days

bad-day-unreadable = „{ $typed }“ kann ich nicht als Tag im Jahr lesen. Versuch es mit „5. Dezember“, „5. Dez“ oder „5.12.“.
# $readings: "5. Dezember oder 12. Mai".
bad-day-order = Einen Tag in Zahlen liest jedes Land anders: Das hier kann der { $readings } sein. Schreib den Monat als Wort.

## What others read

# In a nudge. $day: "Mi, 2. Dez".
date-coming-birthday = Geburtstag am { $day }.
# In a nudge. $day: "2. Dezember".
date-coming-first-day = Hat am { $day } angefangen.
# On the card of /person. $day: "2. Dezember".
date-birthday = Geburtstag: { $day }
date-first-day = Hat am { $day } angefangen
