# What stands in answers of all kinds.
#
# Glossary. Informal "tu"; wording that needs no agreement with anybody's gender.
# nudge = rappel; circle = cercle; tie = lien; talk = échange, to talk = (se) parler; to log =
# enregistrer; note = note; snooze = mettre en attente; pause = pause; to resume = reprendre;
# stopped = sans rappels; due = à recontacter, of a date: contact souhaité; to lose touch = perdre
# de vue; kind = (type de) lien; kept apart = garder ses distances; recap = récap; leaderboard =
# classement; roster = liste d'équipe; thanks = merci (un merci, des mercis); to track = suivi; to
# run Rapport = héberger; reminder = en reparler; introduction = rencontre; to sit out = passer son
# tour; away = s'absenter, une absence; for your eyes only = personne d'autre ne le voit; DM =
# message privé; channel = salon; thread = fil; kudos = un kudos, des kudos. No "de" before a name:
# it would have to be "d'" before some.

## After a failure

your-words = Ton texte, pour réessayer :
failed-nothing-kept = Ça n'a pas marché, et rien n'a été gardé. Réessaie dans une minute. La personne qui héberge Rapport ici en trouvera la raison dans les logs.
failed-halfway = Un problème est survenu en cours de route, et une partie est peut-être déjà enregistrée : vérifie avant de réessayer. La personne qui héberge Rapport ici en trouvera la raison dans les logs.

## From another version, or another place

outdated-form = Ton Discord montre encore une ancienne version de cette commande. Redémarre Discord, ou réessaie dans une minute.
outdated-button = Ce bouton vient d'une autre version de Rapport et ne marche plus. Les commandes de `/help` font la même chose.
outdated-choice = Ce choix vient d'une autre version de Rapport et ne marche plus. Relance la commande et choisis à nouveau.
button-of-another-server = Ce bouton appartient à un autre serveur. Utilise-le là-bas.
server-only = Ça ne marche que sur un serveur. Essaie dans un de ses salons.
managers-only = C'est réservé aux personnes qui peuvent gérer ce serveur. Demande à l'une d'elles.

## People

someone = quelqu'un

## Buttons to other pages of a list

page-back = Précédent
page-next = Suivant

## Time zones. $typed is what the person typed.

zone-unknown = Je ne connais pas le fuseau horaire « { $typed } ». Une grande ville convient, comme Berlin ou São Paulo, et un décalage aussi, comme UTC+2.
zone-empty = Ce n'est pas un fuseau horaire. Une grande ville convient, comme Berlin ou São Paulo, et un décalage aussi, comme UTC+2.
# $cities: "Chicago, Havana or Shanghai".
zone-ambiguous = « { $typed } » peut désigner l'heure de plusieurs endroits, et tous ne passent pas à l'heure d'été. Écris le bon : { $cities }.

## Where Rapport may not post. The permissions are named as in Discord's own settings.

permission-view-channel = **Voir le salon**
permission-send-messages = **Envoyer des messages**
permission-send-in-threads = **Envoyer des messages dans les fils**
permission-read-history = **Voir les anciens messages**
permission-create-private-threads = **Créer des fils privés**
# $permissions: "View Channel and Send Messages".
post-not-allowed = Ton merci ne peut pas être publié ici, donc rien n'a été compté : dans ce salon, il me manque { $permissions }. Demande à un admin de l'autoriser, ou dis merci dans un autre salon.
