# /people, /person and /me, and a member's talks.

## The lists of /people

people-due = Leute, mit denen der Kontakt einschläft
people-all = Leute, mit denen du in Kontakt bleibst
people-snoozed = Leute, die du zurückgestellt hast
people-stopped = Leute, zu denen du keine Stupse bekommst
people-contacts = Deine Kontakte außerhalb des Servers
# A list with only people of one kind: "People you keep in touch with: customer".
people-of-kind = { $title }: { $kind }
people-nobody-of-kind = In dieser Liste gibt es niemanden mit der Beziehung „{ $kind }“. In `/person` gibst du an, was jemand für dich ist.
people-nobody-due = Gerade ist niemand dran. `/met` hält fest, dass du mit jemandem gesprochen hast.
people-nobody = Noch niemand hier. `/met` hält fest, dass du mit jemandem gesprochen hast.
people-nobody-snoozed = Niemand ist zurückgestellt.
people-nobody-stopped = Du bekommst Stupse zu allen.
people-nobody-contacts = Noch keine Kontakte. `/contact add` fügt jemanden von außerhalb des Servers hinzu, `/contact import` viele aus einer Datei; nur du siehst das.

# Facts about a person, after their name: "Bob · every month · last talked 3 weeks ago · due in 9 days".
# $ago is "3 weeks ago", as Discord writes it.
people-last-talked = zuletzt { $ago } gesprochen
people-never-talked = noch nicht gesprochen
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-is-due = dran: { $when }
people-is-snoozed = zurückgestellt bis { $date }
people-is-away = weg, am { $day } wieder da
people-is-stopped = ohne Stupse
people-is-apart = auf Abstand
people-is-untracked = möchte nicht erfasst werden
people-is-gone = nicht mehr auf dem Server

people-count = { $people ->
    [one] 1 Person
   *[other] { $people } Personen
}
people-page = Seite { $page } von { $pages }
people-open = Person öffnen
people-show-all = Alle Leute
people-show-talks-with-someone = Gespräche mit „jemand“

## The card of a person

# $kind is "manager", "peer" and so on: what they are to the reader.
people-kind = Beziehung: { $kind }
# Below the name of a contact: somebody outside the server.
people-contact = Ein Kontakt von dir: Nur du siehst ihn
# $day: "3 December".
people-birthday = Geburtstag: { $day }
# $circle is a circle's name with how often that is.
people-circle = Kreis: { $circle }
people-circle-of-team = Kreis: { $circle }, der Standard auf diesem Server
people-away = Weg, am { $day } wieder da
# $next is one or two of the sentences below.
people-next = Nächster Stups: { $next }
people-next-gone = Keiner, die Person ist nicht mehr auf dem Server.
people-next-stopped = Keiner, du hast Stupse zu dieser Person gestoppt.
people-next-apart = Keiner, ihr zwei bleibt auf Abstand.
people-next-untracked = Keiner, die Person möchte nicht erfasst werden.
people-next-before-talk = Keiner, bevor ihr zwei miteinander gesprochen habt.
people-next-snoozed = Zurückgestellt bis { $date }.
people-next-earliest = Frühestens am { $date }.
people-next-own-untracked = Du bekommst keine, weil du nicht erfasst werden möchtest. *{ privacy-track-again }* in `/privacy` ändert das.
people-next-own-paused = Deine Stupse sind pausiert; `/nudge resume` startet sie wieder.
people-next-own-closed = Du nimmst keine Direktnachrichten an; erlaube sie, dann bringt dir `/nudge on` Stupse.
people-next-own-off = Du bekommst keine; `/nudge on` startet sie.
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-next-due = Dran: { $when }.
# $kudos is one or two sentences.
people-kudos = Kudos zwischen euch: { $kudos }
people-kudos-none = Bisher keine.
people-kudos-all-since = Alle seit eurem letzten Gespräch.
people-kudos-none-since = Keine davon seit eurem letzten Gespräch.

# Also in nudges.
thanks-given = Du hast dich { $given ->
    [1] einmal
    [2] zweimal
   *[other] { $given }-mal
} bedankt.
thanks-received = Diese Person hat sich { $received ->
    [1] einmal
    [2] zweimal
   *[other] { $received }-mal
} bei dir bedankt.
thanks-both = Ihr habt einander gedankt: du { $given ->
    [1] einmal
    [2] zweimal
   *[other] { $given }-mal
}, die andere Person { $received ->
    [1] einmal
    [2] zweimal
   *[other] { $received }-mal
}.
thanks-given-since = Seit eurem letzten Gespräch hast du dich { $given ->
    [1] einmal
    [2] zweimal
   *[other] { $given }-mal
} bedankt.
thanks-received-since = Seit eurem letzten Gespräch hat sich diese Person { $received ->
    [1] einmal
    [2] zweimal
   *[other] { $received }-mal
} bei dir bedankt.
thanks-both-since = Seit eurem letzten Gespräch habt ihr einander gedankt: du { $given ->
    [1] einmal
    [2] zweimal
   *[other] { $given }-mal
}, die andere Person { $received ->
    [1] einmal
    [2] zweimal
   *[other] { $received }-mal
}.

people-no-talks = Soweit ich weiß, habt ihr zwei noch nicht miteinander gesprochen.
people-logged-by = Festgehalten von { $name }.
people-logged-by-you = Von dir festgehalten.
# Instead of who logged it.
people-logged-by-voice = Aus einem Sprachkanal festgehalten.
people-note = Deine Notiz: { $note }

people-talked = Wir haben gesprochen
people-stop = Diese Stupse stoppen
people-resume = Diese Stupse fortsetzen
# Neither is suggested to the other. Only the reader knows.
people-apart = Uns auf Abstand halten
people-together = Abstand aufheben
people-talks = Gespräche und Notizen
people-contact-edit = Bearbeiten
people-contact-remove = Entfernen
people-snooze = Zurückstellen
# $day is "Mon 30 Nov".
people-snoozed-until = Zurückgestellt bis { $day }
people-end-snooze = Nicht mehr zurückstellen
people-absent = Ich war nicht dabei
# $when is a day, perhaps with a time.
people-absent-from = { $when }, festgehalten von { $name }

## On the card, after something was pressed

people-done-talked = Festgehalten: Ihr habt miteinander gesprochen.
people-done-talked-again = Dieses Gespräch hast du gerade eben festgehalten, es zählt also weiter als eines.
people-done-stopped = Gestoppt: keine Stupse mehr zu dieser Person.
people-done-resumed = Stupse zu dieser Person kommen wieder.
people-done-snoozed = Zurückgestellt: vor dem { $date } keine Stupse zu dieser Person. Wie oft du Kontakt möchtest, bleibt gleich.
people-done-awake = Nicht mehr zurückgestellt.
# $rhythm is "every month".
people-done-circle = Du möchtest { $rhythm } Kontakt haben.
people-done-kind = Notiert: { $kind }. Das siehst nur du.
people-done-no-kind = Was diese Person für dich ist, ist nicht mehr notiert.
people-done-apart = Ihr zwei bleibt auf Abstand: Ich schlage euch einander nicht vor. Die andere Person erfährt davon nichts.
people-done-together = Der Abstand ist aufgehoben.
# $day is "Fri 20 Nov 2026".
people-done-withdrawn = Du gehörst nicht mehr zum Gespräch vom { $day }, und es zählt nicht mehr für dich.
people-done-not-in = Du gehörst nicht mehr zu diesem Gespräch.
people-done-contact-added = Hinzugefügt, nur für dich. `/contact met` hält fest, wenn ihr miteinander sprecht.
people-done-contact-changed = Geändert.
people-done-contact-opened = *{ people-contact-edit }* ändert Name, Organisation und Geburtstag; die Menüs unten ändern den Rest.

## People who have no card

people-oneself = Das bist du. Wähle eine Person, mit der du in Kontakt bleibst.
people-bot = { $name } ist ein Bot, und Rapport merkt sich Gespräche zwischen Menschen. Wähle eine Person.
people-not-in-team = { $name } ist nicht auf diesem Server. `/people` zeigt alle, von denen du mir erzählt hast.

## Talks, page by page

talks-title = Gespräche mit { $name }
talks-none = Es sind keine festgehalten.
talks-with-nobody-left = Die anderen wollten vergessen werden oder haben sich herausgenommen. Deine Notizen gehören weiter dir.
# Facts about a talk, after its date.
# How two people talked, instead of "on a call": in voice channels, on that day.
talks-voice-minutes = { $minutes ->
    [one] 1 Minute im Sprachkanal
   *[other] { $minutes } Minuten im Sprachkanal
}
talks-logged-by-them = von der anderen Person festgehalten
talks-with-note = deine Notiz
talks-open = Gespräch öffnen
talks-to-person = Zurück zur Person

## A talk

talk-title = Gespräch: { $when }
talk-people = Mit: { $people }
# $how is "over coffee", or one of the two below.
talk-how = Wie: { $how }
talk-how-other = anders
talk-how-unknown = nicht angegeben
talk-logged-by = Festgehalten von: { $name }
talk-logged-by-you = Festgehalten von: dir
talk-logged-by-voice = Aus einem Sprachkanal festgehalten, wie ihr beide es wolltet
talk-note = Oben steht deine Notiz. Nur du siehst sie.
talk-note-page = Oben steht Seite { $page } von { $pages } deiner Notiz. Nur du siehst sie.
talk-no-note = Du hast keine Notiz dazu.
talk-add-note = Notiz hinzufügen
talk-change-note = Notiz ändern
talk-change-date = Datum ändern
talk-delete = Löschen
talk-delete-question = Dieses Gespräch löschen? Es zählt dann für niemanden mehr, und alle Notizen dazu verschwinden.
talk-delete-yes = Ja, löschen
talk-delete-no = Behalten
talk-all = Alle Gespräche
talk-note-kept = Deine Notiz ist gespeichert.
talk-note-deleted = Deine Notiz ist gelöscht.
talk-date-changed = Das Datum ist jetzt { $when }.
# $day is "Fri 20 Nov 2026".
talk-deleted = Das Gespräch vom { $day } ist gelöscht.
talk-not-yours = Dieses Gespräch ist nicht mehr festgehalten, oder du kannst es nicht ändern. `/person` zeigt, was festgehalten ist.

## The forms for a note and a date. Discord shows at most 45 characters of titles and labels.

talk-form-note = Deine Notiz
talk-form-note-input = Was möchtest du dir merken?
talk-form-note-hint = Nur du siehst sie. Leer heißt: keine Notiz
talk-form-date = Datum ändern
talk-form-date-input = Wann war das?
talk-form-date-hint = gestern, letzten Freitag, 20. Nov 14:00

## /me: the network as a picture

me-nobody = Noch niemand zum Zeichnen. `/met` hält fest, dass du mit jemandem gesprochen hast. Im Bild fehlen Leute, die nicht mehr auf dem Server sind, die nicht erfasst werden möchten oder zu denen du keine Stupse möchtest.
# $counts is a list: "1 in touch, 2 due and 1 long overdue".
me-people = Du und { $people ->
    [one] 1 Person
   *[other] { $people } Personen
}: { $counts }.
me-in-touch = { $count } in Kontakt
me-due = { $count } dran
me-long-overdue = { $count } längst dran
me-left-out = { $count ->
    [one] 1 weitere Person steht in `/people`.
   *[other] { $count } weitere stehen in `/people`.
}
# $people is a list of people whose names can't be drawn: "1. is 王小明 and 2. is 李雷".
me-numbered = Im Bild: { $people }.
me-number = { $number }. ist { $name }

# The picture in words, for people who can't see it.
me-described = Dein Netzwerk: du in der Mitte, ganz außen die Leute, die am längsten dran sind.
me-described-in-touch = In Kontakt: { $people }.
me-described-due = Dran: { $people }.
me-described-long-overdue = Längst dran: { $people }.

# What is drawn in the picture.
me-picture-title = Dein Netzwerk
me-picture-subtitle = Je weiter außen, desto länger dran
# In a small circle: at most 4 letters.
me-picture-you = Du
me-picture-in-touch = in Kontakt
me-picture-due = dran
me-picture-long-overdue = längst dran
# In place of a name that can't be drawn; the text beside the picture has the name.
me-picture-see = siehe { $number }.
# At most 22 letters.
me-picture-own-days = Eigene Anzahl Tage
me-picture-snoozed = Nur Umriss: zurückgestellt
