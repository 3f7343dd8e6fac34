# /setup: the settings of a server, for people who may manage it.

setup-title = Rapport sur ce serveur
setup-zone = Fuseau horaire par défaut : { $zone }, sauf choix personnel.
# $circle is a circle's name with how often that is.
setup-circle = Cercle par défaut : { $circle }, sauf choix personnel.
setup-kudos-on = Kudos : activés, { $per_day } par jour et par personne, dont { $per_person } au plus à la même personne.
setup-kudos-off = Kudos : désactivés.
# $emoji is an emoji. "Someone" is who wrote the message.
setup-reaction = Kudos par réaction : { $emoji } sur un message remercie la personne qui l'a écrit.
setup-reaction-none = Kudos par réaction : désactivés.
setup-reaction-deleted = Kudos par réaction : désactivés, car l'emoji choisi n'est plus sur ce serveur. Choisis-en un autre ci-dessous.
setup-boards-on = Classements : activés.
setup-boards-off = Classements : désactivés.
setup-voice-on = Vocal : les échanges en vocal comptent, pour les membres qui le veulent.
setup-voice-off = Vocal : les échanges en vocal ne comptent pas.
setup-turn-voice-on = Compter le vocal
setup-turn-voice-off = Ne plus compter le vocal
# "Weekly recap: #general, on Fridays." $channel is a link to a channel.
setup-recap = Récap de la semaine : { $channel }, { on-weekdays }.
setup-recap-none = Récap de la semaine : aucun.
setup-recap-deleted = Récap de la semaine : aucun, car le salon choisi a été supprimé. Choisis-en un autre ci-dessous.
setup-recap-hidden = Récap de la semaine : aucun, car je ne vois pas { $channel }. Donne-moi accès, ou choisis un autre salon ci-dessous.
# $channel is a link to a channel, $time is "10:00": "every 2 weeks, on Tuesdays at 10:00".
setup-introductions = Rencontres : dans { $channel }, toutes les { $weeks } semaines, { on-weekdays } à { $time }.
setup-introductions-none = Rencontres : aucune.
setup-introductions-deleted = Rencontres : aucune, car le salon choisi a été supprimé. Choisis-en un autre.
setup-introductions-hidden = Rencontres : aucune, car je ne vois pas { $channel }. Donne-moi accès, ou choisis un autre salon.
# $permissions: "Create Private Threads and Send Messages".
setup-introductions-missing = Rencontres : aucune, car dans { $channel } il me manque { $permissions }. Autorise-le, ou choisis un autre salon.
setup-introductions-title = Rencontres
setup-introductions-what = Les personnes qui disent oui avec `/introductions on` sont réunies deux par deux dans des fils privés, avec des gens à qui elles ne parlent pas d'habitude.
# $role is a link to a role.
setup-roster-role = Liste d'équipe : les membres du rôle { $role }. On peut les suggérer à des personnes qui ne leur ont jamais parlé ; seules celles qui ont dit oui reçoivent un message privé.
setup-roster-role-gone = Liste d'équipe : les personnes qui utilisent Rapport, car le rôle choisi a été supprimé. Choisis-en un autre ci-dessous.
setup-roster-all = Liste d'équipe : les personnes qui utilisent Rapport.
setup-roster-by-role = Pour qu'un rôle serve de liste d'équipe, demande à la personne qui héberge Rapport d'activer `discord.members_intent`, ainsi que le Server Members Intent dans le portail développeur de Discord.
setup-roster-refused = La liste d'équipe, ce sont les personnes qui utilisent Rapport. { setup-roster-by-role }
setup-language = Langue des messages publiés : { $name }.
setup-language-of-server = Langue des messages publiés : { $name }, comme dans les paramètres du serveur.

## What can be pressed

setup-pick-circle = Cercle par défaut
setup-pick-language = Langue des messages publiés
setup-language-auto = Comme dans les paramètres du serveur
setup-pick-recap-channel = Salon du récap de la semaine
setup-pick-recap-day = Jour du récap de la semaine
setup-pick-roster = Rôle dont les membres forment la liste d'équipe
setup-ask-numbers = Fuseau et kudos par jour
setup-turn-kudos-on = Activer les kudos
setup-turn-kudos-off = Désactiver les kudos
setup-turn-boards-on = Activer les classements
setup-turn-boards-off = Désactiver les classements
setup-no-roster = Sans liste d'équipe
setup-no-recap = Sans récap
setup-ask-reaction = Kudos par réaction
setup-open-introductions = Rencontres
setup-pick-introductions-channel = Salon dans lequel les fils sont créés
setup-pick-introductions-rhythm = À quel rythme
setup-pick-introductions-day = Jour où les fils sont créés
setup-pick-introductions-hour = Heure à laquelle les fils sont créés
setup-introductions-every = Toutes les { $weeks } semaines
setup-introductions-hour = À { $time }
setup-no-introductions = Sans rencontres
setup-back = Retour

## The form for zone and allowance. Discord shows at most 45 characters of each.

setup-form-zone = { settings-form-zone }
setup-form-per-day = Kudos par jour, pour chaque personne
setup-form-per-person = Dont, au plus, à la même personne
allowance-range = La limite peut aller de 1 à { $most } kudos par jour. Écris par exemple 5.
allowance-per-person = Avec { $per_day } par jour, la même personne peut en recevoir { $per_day } au plus. Écris ici { $per_day } ou moins.

## The form for the emoji of kudos by reaction. Discord shows 45 characters of the label, 100 of the hint.

setup-form-reaction = Emoji (laisse vide pour aucun)
setup-form-reaction-hint = 👏, ou le nom d'un emoji de ce serveur
# $typed is what the person typed.
setup-no-emoji = Je ne connais pas l'emoji « { $typed } ». Un emoji comme 👏 convient, et le nom d'un emoji de ce serveur aussi.
