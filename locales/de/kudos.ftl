# /kudos and its menus, /leaderboard and the weekly recap.

## The post of a thank-you, for all to read

# $giver is a name. $receivers are people: "@bob, @carol and @dan".
kudos-post = **{ $giver }** dankt { $receivers }
# $link is the address of the message that they are thanked for.
kudos-post-for-message = **{ $giver }** dankt { $receivers } für [diese Nachricht]({ $link })

## What the giver reads

# $renewal is how long that is from now, as Discord writes it: "in 5 hours".
kudos-given-last = Das waren deine letzten Kudos für heute. Neue gibt es { $renewal }.
kudos-given = { $left ->
    [one] Du kannst heute noch einmal Kudos geben.
   *[other] Du kannst heute noch { $left }-mal Kudos geben.
}
kudos-given-take-back = Was du gerade gegeben hast, kannst du 5 Minuten lang zurücknehmen.
kudos-take-back = Zurücknehmen
kudos-taken-back = Zurückgenommen: Sie zählen nicht mehr, und der Post verschwindet auch.
kudos-post-stays = Zurückgenommen: Sie zählen nicht mehr. Den Post darf ich nicht löschen, aber wer hier Nachrichten löschen darf, kann es.
kudos-post-may-stay = Zurückgenommen: Sie zählen nicht mehr. Discord antwortet nicht, der Post ist also vielleicht noch da. Wer hier Nachrichten löschen darf, kann ihn löschen.
kudos-take-back-late = Kudos lassen sich 5 Minuten lang zurücknehmen, und die sind vorbei. Wer hier Nachrichten löschen darf, kann den Post noch löschen, dann verschwinden die Kudos mit ihm.
kudos-take-back-gone = Diese Kudos sind schon weg.

## Why thanks can't be posted

kudos-switched-off = Kudos sind auf diesem Server ausgeschaltet. Leute, die ihn verwalten dürfen, können sie in `/setup` einschalten.
kudos-none-left = Du hast heute schon alle deine Kudos gegeben. Neue gibt es { $renewal }.
kudos-too-few-left = Du wolltest { $people ->
    [one] einer Person
   *[other] { $people } Personen
} danken, hast heute aber nur noch Kudos für { $left ->
    [one] eine
   *[other] { $left }
}. Danke jetzt weniger Leuten. Neue gibt es { $renewal }.
kudos-enough-for = Heute hast du { $name } schon { $times ->
    [1] einmal
    [2] zweimal
   *[other] { $times }-mal
} gedankt, öfter geht es an einem Tag nicht. Das nächste Mal geht es { $renewal }.
kudos-oneself = Das bist du. Kudos sind für andere.
kudos-bot = { $name } ist ein Bot. Kudos sind für Menschen.
kudos-not-here = { $name } ist nicht auf diesem Server. Danke einer Person, die hier ist.
kudos-reason-empty = Dein Dank hat noch keine Worte. Schreib in ein, zwei Sätzen, wofür er ist.
# $most is always 1000.
kudos-reason-too-long = Ein Dank kann bis zu { $most } Zeichen haben, dieser hat { $by } zu viel. Ein, zwei Sätze reichen völlig.
# $name is who wrote the message.
kudos-message-deleted = Die Nachricht wurde inzwischen gelöscht, deshalb wurde dein Dank dafür nicht gepostet und nichts gezählt. `/kudos` dankt { $name } auch ohne sie.
kudos-not-now = Discord nimmt den Post gerade nicht an, deshalb wurde nichts gepostet oder gezählt. Versuch es in einer Minute noch einmal.
kudos-unknown = Discord antwortet nicht, deshalb weiß ich noch nicht, ob deine Kudos gepostet sind. Ich schaue weiter nach: Ist der Post da, zählen sie; wenn nicht, kannst du sie noch einmal geben.
kudos-refused-channel-gone = Dein Dank kann nicht gepostet werden: Diesen Kanal gibt es nicht mehr. Gezählt wurde nichts. Danke in einem anderen Kanal.
kudos-refused-no-access = Dein Dank kann nicht gepostet werden: Ich kann diesen Kanal nicht sehen oder bin nicht in diesem privaten Thread. Gezählt wurde nichts. Füg mich hinzu oder danke in einem anderen Kanal.
# The names of permissions are as Discord writes them in your language.
kudos-refused-no-permission = Dein Dank kann nicht gepostet werden: Ich darf hier keine Nachrichten senden. Gezählt wurde nichts. Bitte die Admins, mir **Nachrichten senden** zu erlauben (in einem Thread **Nachrichten in Threads senden**), oder danke in einem anderen Kanal.
kudos-refused-archived = Dein Dank kann nicht gepostet werden: Dieser Thread ist archiviert. Gezählt wurde nichts. Öffne ihn wieder oder danke in einem anderen Kanal.
kudos-refused-locked = Dein Dank kann nicht gepostet werden: Dieser Thread ist gesperrt. Gezählt wurde nichts. Danke in einem anderen Kanal.
kudos-refused-automod = Dein Dank kann nicht gepostet werden: AutoMod lässt auf diesem Server den Text nicht durch. Gezählt wurde nichts. Sag es mit anderen Worten.
kudos-refused-link = Dein Dank kann nicht gepostet werden: Discord hält einen Link darin für schädlich. Gezählt wurde nichts. Lass den Link weg.
kudos-refused = Dein Dank kann nicht gepostet werden: Discord lehnt den Post ab. Gezählt wurde nichts. Wer Rapport hier betreibt, findet den Grund im Log.

## The form for a reason. Discord shows 45 characters of the title and of the label, 100 of the hint.

kudos-form = Kudos für { $name }
kudos-form-reason = Wofür?
kudos-form-hint = Wird in diesem Kanal gepostet, für alle sichtbar

## Leaderboards

# "Most thanked, this month"; "Most thanked, 16 to 22 November"
board-title-received = Am meisten Dank bekommen, { $when }
# Those who thanked others most.
board-title-given = Am meisten gedankt, { $when }
board-this-week = diese Woche
board-last-7-days = letzte 7 Tage
board-this-month = diesen Monat
board-last-30-days = letzte 30 Tage
board-this-quarter = dieses Quartal
board-all-time = insgesamt
# "Kudos received in this channel". $place is one of the next two.
board-received = Erhaltene Kudos { $place }
board-given = Gegebene Kudos { $place }
board-channel = in diesem Kanal
board-server = auf diesem Server
# $counted: "Kudos received in this channel"
board-page = { $counted } · Seite { $page } von { $pages }
# For people who can't see the picture, which shows the list below it. $title and $counted as above.
board-described = Balkendiagramm der Liste in dieser Nachricht. { $title }. { $counted }.
board-described-first = Nummer { $rank } ist { $name } mit { $kudos }.
# In the picture, in place of a name that it can't draw.
board-see-line = siehe Zeile { $line } der Liste
board-see-last-line = siehe letzte Zeile der Liste
board-not-on-it = Auf dieser Rangliste stehst du nicht.
board-nothing-left = Von dieser Woche gibt es nichts mehr zu zeigen. `/leaderboard` zeigt, was da ist.
boards-switched-off = Ranglisten sind auf diesem Server ausgeschaltet. Leute, die ihn verwalten dürfen, können sie in `/setup` einschalten.

# In place of a board that nobody is on. $place is "in this channel" or "on this server".
board-empty-this-week = Diese Woche gab es { $place } noch keine Kudos.
board-empty-last-7-days = In den letzten 7 Tagen gab es { $place } keine Kudos.
board-empty-this-month = Diesen Monat gab es { $place } noch keine Kudos.
board-empty-last-30-days = In den letzten 30 Tagen gab es { $place } keine Kudos.
board-empty-this-quarter = Dieses Quartal gab es { $place } noch keine Kudos.
board-empty-all-time = Bisher gab es { $place } keine Kudos.
board-empty-way = `/kudos` gibt die ersten.
board-empty-switched-off = Kudos sind auf diesem Server ausgeschaltet.

## The weekly recap

# $days: "16 to 22 November"
recap-title-week = Dank der Woche vom { $days }
# More or fewer days than a week.
recap-title = Dank vom { $days }
recap-people = { $people ->
    [one] Eine Person hat Dank bekommen.
   *[other] { $people } Personen haben Dank bekommen.
}
recap-most-thanked = Am meisten Dank bekommen
recap-most-thankful = Am meisten gedankt
# $giver and $receivers are names, $link is the address of the post.
recap-quote = **{ $giver }** an { $receivers } · [Post]({ $link })
# Buttons: what the one who presses got and gave, without and with a leaderboard.
recap-own-thanks = Mein Dank
recap-own-rank = Wo stehe ich?
# The answer to "My thanks".
recap-own = { $days }: { $received ->
    [0] Diesmal war kein Dank für dich dabei
    [1] Dir wurde einmal gedankt
    [2] Dir wurde zweimal gedankt
   *[other] Dir wurde { $received }-mal gedankt
}, und du hast { $given ->
    [0] niemandem gedankt.
    [1] anderen einmal gedankt.
    [2] anderen zweimal gedankt.
   *[other] anderen { $given }-mal gedankt.
}
# $channel is a link to a channel.
recap-stopped = Der Wochenrückblick kommt nicht mehr, weil ich in { $channel } nicht mehr posten kann. Wähle in `/setup` einen Kanal, dann kommt er wieder.

## /kudos-mine: what the reader was thanked for. Nobody else sees it.

mine-title = Wofür dir gedankt wurde
mine-none = Hier steht noch nichts. Sobald dir jemand mit `/kudos` dankt, kannst du die Worte hier nachlesen.
# $link is the address of the post.
mine-post = [Post]({ $link })
# By a reaction: $emoji is an emoji, $link the address of the message.
mine-reaction = { $emoji } für [diese Nachricht]({ $link })
mine-count = { $thanks ->
    [one] einmal gedankt
   *[other] { $thanks }-mal gedankt
}
mine-page = Seite { $page } von { $pages }
