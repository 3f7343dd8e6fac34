# /help: what Rapport does in ten lines. $met, $people, $now and the like are links to commands.

help-title = Rapport hält dich in Kontakt mit den Leuten, mit denen du arbeitest.
# "Apps" is a menu of Discord, by its name in your language.
help-met = { $met } hält fest, dass du mit jemandem gesprochen hast. Es zählt für euch beide. *Apps › { command-we-talked }* im Menü einer Person tut dasselbe. Das geht auch in deinen Direktnachrichten, sobald du Rapport zu deinem Konto hinzufügst.
help-notes = Deine Notizen gehören nur dir: Niemand sonst sieht sie je, auch Admins nicht.
help-people = { $people } zeigt, wann du zuletzt mit wem gesprochen hast, { $person } zeigt eine Person, { $me } zeichnet alle. { $contact } fügt Leute außerhalb des Servers hinzu.
help-nudge = { $on } schickt dir einmal pro Woche einen Stups: eine kurze Direktnachricht zu den paar Leuten, mit denen der Kontakt einschläft.
help-nudge-settings = { $now } zeigt ihn sofort, { $when } ändert Tag, Uhrzeit und Zeitzone, { $away } setzt Stupse aus, solange du weg bist, { $off } beendet sie. Mit { $introductions } lernst du Leute kennen, mit denen du sonst nie sprichst.
help-kudos = { $kudos } dankt jemandem, hier und für alle sichtbar.
help-leaderboard = { $leaderboard } zeigt, wer am meisten Dank bekommt, { $mine }, wofür dir gedankt wurde.
help-panels = { $settings } zeigt, was du gewählt hast, { $birthday } verrät anderen deinen Geburtstag, { $privacy } zeigt, was über dich gespeichert ist und wie du das beendest. { $setup } ist für Leute, die den Server verwalten.
help-promise = Rapport liest keine Nachrichten und schickt Direktnachrichten nur an Leute, die Ja gesagt haben.
