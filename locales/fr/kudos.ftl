# /kudos and its menus, /leaderboard and the weekly recap.

## The post of a thank-you, for all to read

# $giver is a name. $receivers are people: "@bob, @carol and @dan".
kudos-post = **{ $giver }** remercie { $receivers }
# $link is the address of the message that they are thanked for.
kudos-post-for-message = **{ $giver }** remercie { $receivers } pour [ce message]({ $link })

## What the giver reads

# $renewal is how long that is from now, as Discord writes it: "in 5 hours".
kudos-given-last = C'était ton dernier kudos du jour. Tu en auras d'autres { $renewal }.
kudos-given = { $left ->
    [one] Tu as encore un kudos à donner aujourd'hui.
   *[other] Tu as encore { $left } kudos à donner aujourd'hui.
}
kudos-given-take-back = Celui que tu viens de donner, tu peux le retirer pendant 5 minutes.
kudos-take-back = Le retirer
kudos-taken-back = Retiré : il ne compte plus, et le message disparaît aussi.
kudos-post-stays = Retiré : il ne compte plus. Je ne peux pas supprimer le message, mais toute personne qui peut supprimer des messages ici peut le faire.
kudos-post-may-stay = Retiré : il ne compte plus. Discord ne répond pas, donc le message est peut-être encore là. Toute personne qui peut supprimer des messages ici peut le supprimer.
kudos-take-back-late = Un kudos peut être retiré pendant 5 minutes, et elles sont passées. Toute personne qui peut supprimer des messages ici peut encore supprimer celui-ci, et le kudos avec lui.
kudos-take-back-gone = Ce kudos n'existe déjà plus.

## Why thanks can't be posted

kudos-switched-off = Les kudos sont désactivés sur ce serveur. Toute personne qui peut le gérer peut les activer dans `/setup`.
kudos-none-left = Tu as donné tous tes kudos du jour. Tu en auras d'autres { $renewal }.
kudos-too-few-left = Tu voulais remercier { $people ->
    [one] une personne
   *[other] { $people } personnes
} et il te reste { $left ->
    [one] un kudos
   *[other] { $left } kudos
} aujourd'hui. Remercie moins de personnes pour l'instant. Tu en auras d'autres { $renewal }.
kudos-enough-for = Aujourd'hui, tu as déjà remercié { $name } { $times ->
    [1] une fois
    [2] deux fois
   *[other] { $times } fois
}, le maximum pour une journée. Tu pourras recommencer { $renewal }.
kudos-oneself = C'est toi. Les kudos sont pour les autres.
kudos-bot = { $name } est un bot. Les kudos sont pour les humains.
kudos-not-here = { $name } n'est pas sur ce serveur. Remercie une personne qui y est.
kudos-reason-empty = Il manque la raison de ton merci. Dis-la en une phrase ou deux.
# $most is always 1000.
kudos-reason-too-long = Un merci peut avoir jusqu'à { $most } caractères, et celui-ci en a { $by } de trop. Une phrase ou deux suffisent.
# $name is who wrote the message.
kudos-message-deleted = Le message a été supprimé entre-temps, donc ton merci n'a pas été publié et rien n'a été compté. `/kudos` remercie { $name } sans ce message.
kudos-not-now = Discord n'accepte pas le message en ce moment, donc rien n'a été publié ni compté. Réessaie dans une minute.
kudos-unknown = Discord ne répond pas, donc je ne sais pas encore si ton kudos a été publié. Je continue à vérifier : si le message est là, il compte ; sinon, tu pourras le donner à nouveau.
kudos-refused-channel-gone = Ton merci ne peut pas être publié : ce salon n'existe plus. Rien n'a été compté. Dis merci dans un autre salon.
kudos-refused-no-access = Ton merci ne peut pas être publié : je ne vois pas ce salon, ou je ne suis pas dans ce fil privé. Rien n'a été compté. Ajoute-moi, ou dis merci dans un autre salon.
# The names of permissions are as Discord writes them in your language.
kudos-refused-no-permission = Ton merci ne peut pas être publié : je ne peux pas envoyer de messages ici. Rien n'a été compté. Demande à un admin de m'accorder **Envoyer des messages** (dans un fil, **Envoyer des messages dans les fils**), ou dis merci dans un autre salon.
kudos-refused-archived = Ton merci ne peut pas être publié : ce fil est archivé. Rien n'a été compté. Rouvre-le, ou dis merci dans un autre salon.
kudos-refused-locked = Ton merci ne peut pas être publié : ce fil est verrouillé. Rien n'a été compté. Dis merci dans un autre salon.
kudos-refused-automod = Ton merci ne peut pas être publié : l'AutoMod de ce serveur bloque ce texte. Rien n'a été compté. Dis-le avec d'autres mots.
kudos-refused-link = Ton merci ne peut pas être publié : Discord prend un lien qu'il contient pour un lien dangereux. Rien n'a été compté. Enlève le lien.
kudos-refused = Ton merci ne peut pas être publié : Discord refuse le message. Rien n'a été compté. La personne qui héberge Rapport ici en trouvera la raison dans les logs.

## The form for a reason. Discord shows 45 characters of the title and of the label, 100 of the hint.

kudos-form = Kudos pour { $name }
kudos-form-reason = Pour quoi ?
kudos-form-hint = Publié dans ce salon, devant tout le monde

## Leaderboards

# "Most thanked, this month"; "Most thanked, 16 to 22 November"
board-title-received = Le plus de mercis reçus, { $when }
# Those who thanked others most.
board-title-given = Le plus de mercis donnés, { $when }
board-this-week = cette semaine
board-last-7-days = 7 derniers jours
board-this-month = ce mois-ci
board-last-30-days = 30 derniers jours
board-this-quarter = ce trimestre
board-all-time = depuis le début
# "Kudos received in this channel". $place is one of the next two.
board-received = Kudos reçus { $place }
board-given = Kudos donnés { $place }
board-channel = dans ce salon
board-server = sur ce serveur
# $counted: "Kudos received in this channel"
board-page = { $counted } · page { $page } sur { $pages }
# For people who can't see the picture, which shows the list below it. $title and $counted as above.
board-described = Diagramme à barres de la liste de ce message. { $title }. { $counted }.
board-described-first = Numéro { $rank } : { $name }, avec { $kudos } kudos.
# In the picture, in place of a name that it can't draw.
board-see-line = voir la ligne { $line } de la liste
board-see-last-line = voir la dernière ligne de la liste
board-not-on-it = Tu ne figures pas dans ce classement.
board-nothing-left = Il ne reste rien à montrer de cette semaine-là. `/leaderboard` montre ce qu'il y a.
boards-switched-off = Les classements sont désactivés sur ce serveur. Toute personne qui peut le gérer peut les activer dans `/setup`.

# In place of a board that nobody is on. $place is "in this channel" or "on this server".
board-empty-this-week = Pas encore de kudos { $place } cette semaine.
board-empty-last-7-days = Pas de kudos { $place } ces 7 derniers jours.
board-empty-this-month = Pas encore de kudos { $place } ce mois-ci.
board-empty-last-30-days = Pas de kudos { $place } ces 30 derniers jours.
board-empty-this-quarter = Pas encore de kudos { $place } ce trimestre.
board-empty-all-time = Pas encore de kudos { $place }.
board-empty-way = `/kudos` donne le premier.
board-empty-switched-off = Les kudos sont désactivés sur ce serveur.

## The weekly recap

# $days: "16 to 22 November"
recap-title-week = Les mercis de la semaine, { $days }
# More or fewer days than a week.
recap-title = Les mercis, { $days }
recap-people = { $people ->
    [one] Une personne a été remerciée.
   *[other] { $people } personnes ont été remerciées.
}
recap-most-thanked = Le plus de mercis reçus
recap-most-thankful = Le plus de mercis donnés
# $giver and $receivers are names, $link is the address of the post.
recap-quote = **{ $giver }** à { $receivers } · [message]({ $link })
# Buttons: what the one who presses got and gave, without and with a leaderboard.
recap-own-thanks = Mes mercis
recap-own-rank = Ma place
# The answer to "My thanks".
recap-own = Mercis { $days } : { $received ->
    [0] tu n'en as pas reçu
    [1] tu en as reçu un
    [2] tu en as reçu deux
   *[other] tu en as reçu { $received }
}, et tu { $given ->
    [0] n'en as pas donné.
    [1] en as donné un.
    [2] en as donné deux.
   *[other] en as donné { $given }.
}
# $channel is a link to a channel.
recap-stopped = Le récap de la semaine s'est arrêté, car je ne peux plus publier dans { $channel }. Choisis un salon dans `/setup` pour qu'il revienne.

## /kudos-mine: what the reader was thanked for. Nobody else sees it.

mine-title = Les mercis que tu as reçus
mine-none = Rien pour l'instant. Quand quelqu'un te remercie avec `/kudos`, tu peux relire ses mots ici.
# $link is the address of the post.
mine-post = [message]({ $link })
# By a reaction: $emoji is an emoji, $link the address of the message.
mine-reaction = { $emoji } pour [ce message]({ $link })
mine-count = { $thanks ->
    [one] { $thanks } merci
   *[other] { $thanks } mercis
}
mine-page = page { $page } sur { $pages }
