# What stands in answers of all kinds.
#
# Glossary. Informal "du"; people are "Leute" or "Personen", without gendered words.
# nudge = Stups (der, Plural Stupse); circle = Kreis; tie = Verbindung; talk = Gespräch, to talk =
# sprechen; to log = festhalten; note = Notiz; snooze = zurückstellen; pause = Pause, pausieren; to
# resume = fortsetzen; stopped = ohne Stupse; due = dran; to lose touch = der Kontakt schläft ein;
# kind = Beziehung; kept apart = auf Abstand; recap = Rückblick; leaderboard = Rangliste; roster =
# Teamliste; thanks = Dank; to track = erfassen; to run Rapport = betreiben; DM = Direktnachricht;
# channel = Kanal; post = Post; kudos = Kudos (Plural); contact = Kontakt; introduction = Vorstellung;
# reminder = Erinnerung; away = weg; button = Button; "too many" characters = zu viel.

## After a failure

your-words = Deine Worte, für einen neuen Versuch:
failed-nothing-kept = Das hat nicht geklappt, und nichts davon ist gespeichert. Versuch es in einer Minute noch einmal. Wer Rapport hier betreibt, findet den Grund im Log.
failed-halfway = Mittendrin ist etwas schiefgegangen, ein Teil ist vielleicht schon gespeichert: Schau nach, bevor du es noch einmal versuchst. Wer Rapport hier betreibt, findet den Grund im Log.

## From another version, or another place

outdated-form = Dein Discord zeigt noch eine ältere Version dieses Befehls. Starte Discord neu oder versuch es in einer Minute noch einmal.
outdated-button = Dieser Button stammt aus einer anderen Version von Rapport und funktioniert nicht mehr. Die Befehle in `/help` können dasselbe.
outdated-choice = Diese Auswahl stammt aus einer anderen Version von Rapport und funktioniert nicht mehr. Nutze den Befehl noch einmal und wähle neu.
button-of-another-server = Dieser Button gehört zu einem anderen Server. Nutze ihn dort.
server-only = Das geht nur auf einem Server. Nutze es dort in einem Kanal.
managers-only = Das können nur Leute, die diesen Server verwalten dürfen. Bitte eine dieser Personen darum.

## People

someone = jemand

## Buttons to other pages of a list

page-back = Zurück
page-next = Weiter

## Time zones. $typed is what the person typed.

zone-unknown = Die Zeitzone „{ $typed }“ kenne ich nicht. Versuch es mit einer großen Stadt (Berlin, São Paulo) oder einer Angabe wie UTC+2.
zone-empty = Das ist keine Zeitzone. Versuch es mit einer großen Stadt (Berlin, São Paulo) oder einer Angabe wie UTC+2.
# $cities: "Chicago, Havana or Shanghai".
zone-ambiguous = „{ $typed }“ kann für mehrere Orte stehen, und nicht alle stellen im Sommer die Uhr um. Schreib den Ort, den du meinst: { $cities }.

## Where Rapport may not post. The permissions are named as in Discord's own settings.

permission-view-channel = **Kanal ansehen**
permission-send-messages = **Nachrichten senden**
permission-send-in-threads = **Nachrichten in Threads senden**
permission-read-history = **Nachrichtenverlauf anzeigen**
permission-create-private-threads = **Private Threads erstellen**
# $permissions: "View Channel and Send Messages".
post-not-allowed = Dein Dank kann hier nicht gepostet werden, also wurde nichts gezählt: In diesem Kanal fehlt mir die Berechtigung { $permissions }. Bitte die Admins darum, oder danke in einem anderen Kanal.
