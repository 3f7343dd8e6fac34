# Nudges: the weekly DM, /nudge, and what is pressed below them.

## On, off, and when they come

nudges-on = Stupse sind an.
# $when is a weekday, a date and a time, as Discord writes them.
nudges-on-next = Stupse sind an. Der nächste kommt frühestens am { $when }; in Wochen, in denen ich niemanden vorzuschlagen habe, kommt keiner. `/nudge when` ändert Tag, Uhrzeit und Zeitzone, `/nudge off` beendet sie.
nudges-declined = Dann keine Direktnachrichten. Wenn du es dir anders überlegst: `/nudge on`.
nudges-off = Stupse sind aus. Was du festgehalten hast, bleibt; `/nudge on` bringt sie zurück.
nudges-already-off = Stupse sind schon aus. `/nudge on` startet sie.
nudges-untracked = Du möchtest hier nicht erfasst werden, deshalb gibt es für dich keine Stupse. *{ privacy-track-again }* in `/privacy` bringt sie zurück.

# "Nudges come on Fridays at 09:00 (Europe/Berlin)."
nudges-come = Stupse kommen { on-weekdays } um { $time } Uhr ({ $zone }).
nudges-come-next = Stupse kommen { on-weekdays } um { $time } Uhr ({ $zone }). Der nächste kommt frühestens am { $date }.
nudges-come-away-next = Stupse kommen { on-weekdays } um { $time } Uhr ({ $zone }). Du bist gerade weg, deshalb kommt der nächste frühestens am { $date }; `/away end` bringt sie schon jetzt zurück.
nudges-come-paused = Stupse kommen { on-weekdays } um { $time } Uhr ({ $zone }), sind aber pausiert. `/nudge resume` startet sie wieder.
nudges-come-paused-next = Stupse kommen { on-weekdays } um { $time } Uhr ({ $zone }), sind aber pausiert. Der nächste kommt frühestens am { $date }; `/nudge resume` startet sie schon jetzt wieder.
nudges-come-off = Stupse kommen { on-weekdays } um { $time } Uhr ({ $zone }), sind aber aus. `/nudge on` startet sie.
nudges-come-untracked = Stupse kommen { on-weekdays } um { $time } Uhr ({ $zone }), aber du möchtest nicht erfasst werden. *{ privacy-track-again }* in `/privacy` bringt sie zurück.

## Pauses. $server is a server's name in bold, for readers outside of it.

nudges-pause-question = Wie lange keine Stupse? Tag und Uhrzeit bleiben, wie sie sind.
nudges-pause-question-from = Wie lange keine Stupse von { $server }? Tag und Uhrzeit bleiben, wie sie sind.
nudges-paused = Stupse sind pausiert, bis du dich mit `/nudge resume` meldest.
nudges-paused-from = Stupse von { $server } sind pausiert, bis du dich mit `/nudge resume` meldest.
nudges-paused-until = Stupse sind pausiert bis { $date }. Danach kommen sie wieder { on-weekdays }; `/nudge resume` beendet die Pause schon vorher.
nudges-paused-until-from = Stupse von { $server } sind pausiert bis { $date }. Danach kommen sie wieder { on-weekdays }; `/nudge resume` beendet die Pause schon vorher.
nudges-not-paused = Stupse sind nicht pausiert.
nudges-resume = Stupse fortsetzen

## The nudge

nudge-of-nobody = Die Leute in diesem Stups sind nicht mehr auf dem Server oder möchten nicht erfasst werden.
nudge-of-one = Bei dieser Person könntest du dich diese Woche melden:
nudge-of-several = Bei diesen Leuten könntest du dich diese Woche melden:
nudge-of-dates = Ein besonderer Tag in dieser Woche:
nudge-also-dates = Außerdem in dieser Woche:
# /nudge now
nudge-preview = Wenn dein Stups jetzt käme, stünde darin:
nudge-nobody = Gerade habe ich niemanden vorzuschlagen. Leute, an die du kürzlich erinnert wurdest oder die du zurückgestellt hast, haben Pause. `/people` zeigt alle, und `/met` hält ein Gespräch fest.
# $ago is "3 weeks ago", as Discord writes it; $how is "over coffee".
nudge-last = Ihr habt zuletzt { $ago } miteinander gesprochen.
nudge-last-how = Ihr habt zuletzt { $ago } { $how } miteinander gesprochen.
nudge-never = { $name } und du habt noch nicht miteinander gesprochen, soweit ich weiß.
nudge-hello = Ein erstes Hallo ist willkommener, als man denkt.
# Of a contact outside the server.
nudge-contact-never = Du hast noch kein Gespräch mit dieser Person festgehalten.
# $question is one of questions.ftl.
nudge-question = Eine Frage für den Anfang: *{ $question }*
nudge-note = Deine Notiz: { $note }
# $rhythm is "every month".
nudge-rhythm = Du wolltest { $rhythm } Kontakt haben.
nudge-back-since = Seit { $weekday } wieder da.
nudge-talked-since = Seitdem habt ihr miteinander gesprochen.
# $when is a weekday, a date and a time, as Discord writes them.
nudge-reminder = Erinnerung: { $when }
# $server is a server's name in bold.
nudge-from = Von { $server }

nudge-talked = Wir haben gesprochen
nudge-remind = Später erinnern…
nudge-not-now = Nicht jetzt
nudge-stop = Stoppen
nudge-pause = Stupse pausieren
nudge-settings = Einstellungen

## After something was pressed. The message stays, so there are no relative dates.

nudge-done-talked = Festgehalten: Ihr habt miteinander gesprochen.
nudge-done-not-now = Nicht jetzt: 30 Tage lang kein Stups zu dieser Person.
nudge-done-stopped = Gestoppt: keine Stupse mehr zu dieser Person.
nudge-not-yours = Dieser Stups gehört nicht dir, oder es gibt ihn nicht mehr. `/nudge now` zeigt die Leute in deinem.
nudge-no-longer-named = Diese Person möchte nicht erfasst werden oder hat ihre Daten löschen lassen, deshalb wird nichts festgehalten.

## Reminders: a time that the reader chooses in a nudge, and the DM that comes then. $name is a person, $when
## a weekday, a date and a time, as Discord writes them.

remind-question = Wann soll ich dich an { $name } erinnern?
remind-chosen = Du hast { $when } gewählt; eine andere Zeit ersetzt das.
remind-late = Diese Zeit ist schon vorbei.
# Buttons. $time is a time of day, like 09:00.
remind-own = Andere Zeit…
remind-today = Heute, { $time }
remind-tomorrow = Morgen, { $time }
remind-weekday = { $weekday }, { $time }
# The form. Discord shows 45 characters of the title and of the label, 100 of the hint.
remind-form = Andere Zeit
remind-form-when = Wann?
# What can be typed.
remind-form-hint = Freitag 15:00, in 2 Wochen, 12. Dez 9:30
remind-kept = Ich erinnere dich am { $when } an { $name }.
remind-hindered = Ich kann dich nicht erinnern, solange Stupse aus oder pausiert sind oder ich dir keine Direktnachrichten schicken kann. `/nudge on` oder `/nudge resume` ändert das.
remind-not-yours = Diese Erinnerung gehört nicht dir, oder es gibt sie nicht mehr. `/nudge now` zeigt die Leute in deinem Stups.
# In the DM, below the person's name.
reminder-asked = Du wolltest jetzt an diese Person erinnert werden.
