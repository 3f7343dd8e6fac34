# The slash commands and menus as Discord lists them. A description has at most 100 characters. A
# `.name` is what people type before an option's value: one word in small letters, at most 32; a
# choice has at most 100 characters, a menu 32. The names of commands themselves are not translated.

command-met = Halte fest, dass du mit jemandem gesprochen hast: Es zählt für euch beide.
command-met-person = Mit wem hast du gesprochen?
    .name = person
# People can type these words in their own language.
command-met-when = Wann war das? „gestern“, „letzten Freitag“, „20. Nov 14:00“; ohne Angabe: jetzt
    .name = wann
command-met-how = Wie habt ihr gesprochen?
    .name = wie
command-met-how-in-person = persönlich
command-met-how-call = Call
command-met-how-chat = Chat
command-met-how-coffee = Kaffee
command-met-how-pairing = Pairing
command-met-how-other = anders
command-met-note = Was du dir merken möchtest. Nur du siehst es
    .name = notiz
command-met-person2 = Wer war noch dabei?
    .name = person2
command-met-person3 = Wer war noch dabei?
    .name = person3
command-met-person4 = Wer war noch dabei?
    .name = person4
command-met-person5 = Wer war noch dabei?
    .name = person5
# A menu on a person.
command-we-talked = Wir haben gesprochen

command-people = Die Leute, mit denen du in Kontakt bleibst; wer am längsten dran ist, steht oben.
command-people-show = Welche Leute? Ohne Angabe: alle
    .name = auswahl
command-people-show-due = dran
command-people-show-all = alle
command-people-show-snoozed = zurückgestellt
command-people-show-stopped = ohne Stupse
command-people-kind = Nur Leute mit dieser Beziehung zu dir
    .name = beziehung
command-people-kind-manager = { kind-manager }
command-people-kind-report = { kind-report }
command-people-kind-skip-level = { kind-skip-level }
command-people-kind-peer = { kind-peer }
command-people-kind-mentor = { kind-mentor }
command-people-kind-customer = { kind-customer }
command-people-kind-partner = { kind-partner }
command-people-kind-friend = { kind-friend }
command-people-kind-other = { kind-other }
command-person = Was du über eine Person weißt: eure Gespräche, deine Notizen, der nächste mögliche Stups.
command-person-who = Wer?
    .name = wer
command-me = Dein Netzwerk als Bild: wer nah ist und mit wem der Kontakt einschläft.

command-nudge = Eine kurze Direktnachricht pro Woche zu Leuten, mit denen der Kontakt einschläft.
command-nudge-on = Bekomm einmal pro Woche eine kurze Nachricht zu Leuten, mit denen der Kontakt einschläft.
command-nudge-off = Keine wöchentliche Direktnachricht mehr. Was du festgehalten hast, bleibt.
command-nudge-now = Sieh dir den Stups dieser Woche jetzt gleich an.
command-nudge-when = Wähle Tag, Uhrzeit und Zeitzone für deinen Stups.
command-nudge-when-day = Der Wochentag
    .name = tag
command-nudge-when-day-monday = Montag
command-nudge-when-day-tuesday = Dienstag
command-nudge-when-day-wednesday = Mittwoch
command-nudge-when-day-thursday = Donnerstag
command-nudge-when-day-friday = Freitag
command-nudge-when-day-saturday = Samstag
command-nudge-when-day-sunday = Sonntag
command-nudge-when-time = Die Uhrzeit bei dir, zum Beispiel 09:00
    .name = uhrzeit
command-nudge-when-zone = Deine Zeitzone: Tippe die ersten Buchstaben einer Stadt
    .name = zeitzone
command-nudge-pause = Eine Weile keine Stupse. Tag und Uhrzeit bleiben, wie sie sind.
command-nudge-pause-length = Wie lange?
    .name = dauer
command-nudge-pause-length-2w = { pause-two-weeks }
command-nudge-pause-length-1m = { pause-one-month }
command-nudge-pause-length-3m = { pause-three-months }
command-nudge-pause-length-open = { pause-until-they-say }
command-nudge-resume = Beende die Pause deiner Stupse.

command-away = Sag, dass du weg bist: keine Stupse an dich und keine zu dir.
command-away-until = Sag, bis wann du weg bist.
command-away-until-day = Der Tag, an dem du wieder da bist: „nächsten Montag“, „in 2 Wochen“, „5. Dez“
    .name = tag
command-away-end = Sag, dass du wieder da bist.

command-kudos = Danke jemandem, hier und für alle sichtbar.
command-kudos-person = Wem möchtest du danken?
    .name = person
command-kudos-message = Wofür?
    .name = nachricht
command-kudos-person2 = Wem noch?
    .name = person2
command-kudos-person3 = Wem noch?
    .name = person3
# A menu on a person.
command-give-kudos = Kudos geben
# A menu on a message.
command-kudos-for-this = Kudos dafür
command-leaderboard = Wer am meisten Dank bekommt oder gibt: hier gepostet, für alle sichtbar.
command-leaderboard-period = Welcher Zeitraum? Ohne Angabe: dieser Monat
    .name = zeitraum
command-leaderboard-period-this-week = diese Woche
command-leaderboard-period-last-7-days = letzte 7 Tage
command-leaderboard-period-this-month = diesen Monat
command-leaderboard-period-last-30-days = letzte 30 Tage
command-leaderboard-period-this-quarter = dieses Quartal
command-leaderboard-period-all-time = insgesamt
command-leaderboard-scope = Wo gezählt? Ohne Angabe: in diesem Kanal
    .name = wo
command-leaderboard-scope-this-channel = dieser Kanal
command-leaderboard-scope-whole-server = ganzer Server
command-leaderboard-board = Erhaltene oder gegebene Kudos? Ohne Angabe: erhaltene
    .name = rangliste
command-leaderboard-board-received = erhalten
command-leaderboard-board-given = gegeben
command-kudos-mine = Wofür dir gedankt wurde, im Wortlaut. Nur du siehst es.

command-settings = Sieh und ändere, was Rapport hier für dich tut.
command-settings-zone = Deine Zeitzone: Tippe die ersten Buchstaben einer Stadt
    .name = zeitzone
command-privacy = Sieh, was über dich gespeichert ist, nimm es mit oder lass es löschen.
command-setup = Richte Rapport für diesen Server ein.
command-setup-zone = Die Zeitzone des Servers: Tippe die ersten Buchstaben einer Stadt
    .name = zeitzone
command-help = Was Rapport tut und wie du es nutzt.
