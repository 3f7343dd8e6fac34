# /setup: the settings of a server, for people who may manage it.

setup-title = Rapport auf diesem Server
setup-zone = Zeitzone: { $zone } (für alle, die keine eigene gewählt haben)
# $circle is a circle's name with how often that is.
setup-circle = Kreis: { $circle }, für alle, die keinen anderen gewählt haben.
setup-kudos-on = Kudos: an, { $per_day } am Tag pro Person, höchstens { $per_person } davon an dieselbe Person.
setup-kudos-off = Kudos: aus.
# $emoji is an emoji. "Someone" is who wrote the message.
setup-reaction = Kudos per Reaktion: { $emoji } auf eine Nachricht dankt der Person, die sie geschrieben hat.
setup-reaction-none = Kudos per Reaktion: aus.
setup-reaction-deleted = Kudos per Reaktion: aus, weil es das gewählte Emoji auf diesem Server nicht mehr gibt. Wähle unten ein anderes.
setup-boards-on = Ranglisten: an.
setup-boards-off = Ranglisten: aus.
setup-voice-on = Sprachkanäle: Gespräche dort zählen für alle, die das möchten.
setup-voice-off = Sprachkanäle: Gespräche dort zählen nicht.
setup-turn-voice-on = Sprachkanäle mitzählen
setup-turn-voice-off = Sprachkanäle nicht mitzählen
# "Weekly recap: #general, on Fridays." $channel is a link to a channel.
setup-recap = Wochenrückblick: { $channel }, { on-weekdays }.
setup-recap-none = Wochenrückblick: keiner.
setup-recap-deleted = Wochenrückblick: keiner, weil der gewählte Kanal gelöscht wurde. Wähle unten einen anderen.
setup-recap-hidden = Wochenrückblick: keiner, weil ich { $channel } nicht sehen kann. Lass mich hinein oder wähle unten einen anderen Kanal.
# $channel is a link to a channel, $time is "10:00": "every 2 weeks, on Tuesdays at 10:00".
setup-introductions = Vorstellungen: in { $channel }, alle { $weeks } Wochen { on-weekdays } um { $time } Uhr.
setup-introductions-none = Vorstellungen: keine.
setup-introductions-deleted = Vorstellungen: keine, weil der gewählte Kanal gelöscht wurde. Wähle einen anderen.
setup-introductions-hidden = Vorstellungen: keine, weil ich { $channel } nicht sehen kann. Lass mich hinein oder wähle einen anderen Kanal.
# $permissions: "Create Private Threads and Send Messages".
setup-introductions-missing = Vorstellungen: keine, weil mir in { $channel } etwas fehlt: { $permissions }. Erlaube das oder wähle einen anderen Kanal.
setup-introductions-title = Vorstellungen
setup-introductions-what = Wer mit `/introductions on` Ja sagt, lernt in privaten Threads zu zweit Leute kennen, mit denen sonst kein Gespräch zustande kommt.
# $role is a link to a role.
setup-roster-role = Teamliste: die Mitglieder von { $role }. Sie können Leuten vorgeschlagen werden, die noch nie mit ihnen gesprochen haben; eine Direktnachricht bekommt weiterhin nur, wer Ja gesagt hat.
setup-roster-role-gone = Teamliste: alle, die Rapport nutzen, weil die gewählte Rolle gelöscht wurde. Wähle unten eine andere.
setup-roster-all = Teamliste: alle, die Rapport nutzen.
setup-roster-by-role = Wenn eine Rolle die Teamliste sein soll, bitte die Person, die Rapport betreibt, `discord.members_intent` und im Entwicklerportal von Discord den Server Members Intent einzuschalten.
setup-roster-refused = Die Teamliste sind alle, die Rapport nutzen. { setup-roster-by-role }
setup-language = Sprache der Posts: { $name }.
setup-language-of-server = Sprache der Posts: { $name }, wie in den Servereinstellungen.

## What can be pressed

setup-pick-circle = Kreis für alle, die keinen anderen gewählt haben
setup-pick-language = Sprache der Posts
setup-language-auto = Wie in den Servereinstellungen
setup-pick-recap-channel = Kanal des Wochenrückblicks
setup-pick-recap-day = Tag des Wochenrückblicks
setup-pick-roster = Rolle, deren Mitglieder die Teamliste sind
setup-ask-numbers = Zeitzone und Kudos am Tag
setup-turn-kudos-on = Kudos einschalten
setup-turn-kudos-off = Kudos ausschalten
setup-turn-boards-on = Ranglisten einschalten
setup-turn-boards-off = Ranglisten ausschalten
setup-no-roster = Keine Teamliste
setup-no-recap = Kein Wochenrückblick
setup-ask-reaction = Kudos per Reaktion
setup-open-introductions = Vorstellungen
setup-pick-introductions-channel = Kanal, in dem die Threads entstehen
setup-pick-introductions-rhythm = Wie oft
setup-pick-introductions-day = Tag der Runde
setup-pick-introductions-hour = Uhrzeit der Runde
setup-introductions-every = Alle { $weeks } Wochen
setup-introductions-hour = Um { $time } Uhr
setup-no-introductions = Keine Vorstellungen
setup-back = Zurück

## The form for zone and allowance. Discord shows at most 45 characters of each.

setup-form-zone = { settings-form-zone }
setup-form-per-day = Kudos am Tag, pro Person
setup-form-per-person = Davon höchstens an dieselbe Person
allowance-range = Am Tag sind 1 bis { $most } Kudos möglich. Schreib zum Beispiel 5.
allowance-per-person = Bei { $per_day } am Tag können höchstens { $per_day } an dieselbe Person gehen. Schreib dort { $per_day } oder weniger.

## The form for the emoji of kudos by reaction. Discord shows 45 characters of the label, 100 of the hint.

setup-form-reaction = Emoji (leer lassen für keins)
setup-form-reaction-hint = 👏 oder der Name eines Emojis von diesem Server
# $typed is what the person typed.
setup-no-emoji = Das Emoji „{ $typed }“ kenne ich nicht. Versuch es mit einem wie 👏 oder mit dem Namen eines Emojis von diesem Server.
