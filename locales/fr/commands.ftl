# The slash commands and menus as Discord lists them. A description has at most 100 characters. A
# `.name` is what people type before an option's value: one word in small letters, at most 32; a
# choice has at most 100 characters, a menu 32. The names of commands themselves are not translated.

command-met = Enregistrer un échange avec quelqu'un : il compte pour vous deux.
command-met-person = Avec qui as-tu parlé ?
    .name = personne
# People can type these words in their own language.
command-met-when = C'était quand ? « hier », « vendredi dernier », « 20 nov 14:00 » ; par défaut, maintenant
    .name = quand
command-met-how = Comment vous êtes-vous parlé ?
    .name = comment
command-met-how-in-person = en personne
command-met-how-call = appel
command-met-how-chat = messages
command-met-how-coffee = café
command-met-how-pairing = binôme
command-met-how-other = autre
command-met-note = Ce que tu veux retenir. Personne d'autre ne le verra
    .name = note
command-met-person2 = Qui d'autre était là ?
    .name = personne2
command-met-person3 = Qui d'autre était là ?
    .name = personne3
command-met-person4 = Qui d'autre était là ?
    .name = personne4
command-met-person5 = Qui d'autre était là ?
    .name = personne5
# A menu on a person.
command-we-talked = On s'est parlé

command-people = Les personnes avec qui tu gardes le contact, en commençant par celles à recontacter.
command-people-show = Quelles personnes ? Par défaut, toutes
    .name = afficher
command-people-show-due = à recontacter
command-people-show-all = toutes
command-people-show-snoozed = en attente
command-people-show-stopped = sans rappels
command-people-kind = Seulement les personnes qui ont ce lien avec toi
    .name = lien
command-people-kind-manager = { kind-manager }
command-people-kind-report = { kind-report }
command-people-kind-skip-level = { kind-skip-level }
command-people-kind-peer = { kind-peer }
command-people-kind-mentor = { kind-mentor }
command-people-kind-customer = { kind-customer }
command-people-kind-partner = { kind-partner }
command-people-kind-friend = { kind-friend }
command-people-kind-other = { kind-other }
command-person = Ce que tu sais d'une personne : vos échanges, tes notes et le prochain rappel possible.
command-person-who = Qui ?
    .name = qui
command-me = Ton réseau en image : qui est proche, et qui tu perds de vue.

command-nudge = Un court message privé par semaine sur les personnes que tu perds de vue.
command-nudge-on = Recevoir chaque semaine un court message privé sur les personnes que tu perds de vue.
command-nudge-off = Ne plus recevoir de message privé chaque semaine. Ce que tu as enregistré reste.
command-nudge-now = Voir tout de suite le rappel de cette semaine.
command-nudge-when = Choisir le jour, l'heure et le fuseau horaire de ton rappel.
command-nudge-when-day = Le jour de la semaine
    .name = jour
command-nudge-when-day-monday = lundi
command-nudge-when-day-tuesday = mardi
command-nudge-when-day-wednesday = mercredi
command-nudge-when-day-thursday = jeudi
command-nudge-when-day-friday = vendredi
command-nudge-when-day-saturday = samedi
command-nudge-when-day-sunday = dimanche
command-nudge-when-time = L'heure chez toi, par exemple 09:00
    .name = heure
command-nudge-when-zone = Ton fuseau horaire : commence à écrire une ville
    .name = fuseau
command-nudge-pause = Pas de rappels pendant un moment. Le jour et l'heure ne changent pas.
command-nudge-pause-length = Pour combien de temps ?
    .name = durée
command-nudge-pause-length-2w = { pause-two-weeks }
command-nudge-pause-length-1m = { pause-one-month }
command-nudge-pause-length-3m = { pause-three-months }
command-nudge-pause-length-open = { pause-until-they-say }
command-nudge-resume = Terminer la pause de tes rappels.

command-away = Dis que tu t'absentes : pas de rappels pour toi, ni à ton sujet.
command-away-until = Dis jusqu'à quand tu t'absentes.
command-away-until-day = Le jour de ton retour : « lundi prochain », « dans 2 semaines », « 5 déc »
    .name = jour
command-away-end = Dis que tu es de retour.

command-kudos = Remercier quelqu'un, ici et devant tout le monde.
command-kudos-person = Qui veux-tu remercier ?
    .name = personne
command-kudos-message = Pour quoi ?
    .name = message
command-kudos-person2 = Qui d'autre ?
    .name = personne2
command-kudos-person3 = Qui d'autre ?
    .name = personne3
# A menu on a person.
command-give-kudos = Donner un kudos
# A menu on a message.
command-kudos-for-this = Kudos pour ça
command-leaderboard = Qui reçoit ou donne le plus de mercis : publié ici, devant tout le monde.
command-leaderboard-period = Pour quels jours ? Par défaut, ce mois-ci
    .name = période
command-leaderboard-period-this-week = cette semaine
command-leaderboard-period-last-7-days = 7 derniers jours
command-leaderboard-period-this-month = ce mois-ci
command-leaderboard-period-last-30-days = 30 derniers jours
command-leaderboard-period-this-quarter = ce trimestre
command-leaderboard-period-all-time = depuis le début
command-leaderboard-scope = Où compter ? Par défaut, dans ce salon
    .name = où
command-leaderboard-scope-this-channel = ce salon
command-leaderboard-scope-whole-server = tout le serveur
command-leaderboard-board = Kudos reçus ou donnés ? Par défaut, reçus
    .name = classement
command-leaderboard-board-received = reçus
command-leaderboard-board-given = donnés
command-kudos-mine = Les mercis que tu as reçus, avec leurs mots. Personne d'autre ne les voit.

command-settings = Voir et changer ce que Rapport fait pour toi ici.
command-settings-zone = Ton fuseau horaire : commence à écrire une ville
    .name = fuseau
command-privacy = Voir ce qui est gardé sur toi, l'emporter ou le faire supprimer.
command-setup = Configurer Rapport pour ce serveur.
command-setup-zone = Le fuseau horaire du serveur : commence à écrire une ville
    .name = fuseau
command-help = Ce que fait Rapport et comment l'utiliser.
