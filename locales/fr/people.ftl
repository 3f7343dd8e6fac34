# /people, /person and /me, and a member's talks.

## The lists of /people

people-due = Les personnes que tu perds de vue
people-all = Les personnes avec qui tu gardes le contact
people-snoozed = Les personnes mises en attente
people-stopped = Les personnes sans rappels
people-contacts = Tes contacts hors du serveur
# A list with only people of one kind: "People you keep in touch with: customer".
people-of-kind = { $title } : { $kind }
people-nobody-of-kind = Personne dans cette liste n'a le lien « { $kind } ». `/person` permet de noter votre lien.
people-nobody-due = Personne à recontacter pour l'instant. `/met` enregistre un échange avec quelqu'un.
people-nobody = Personne ici pour l'instant. `/met` enregistre un échange avec quelqu'un.
people-nobody-snoozed = Personne n'est en attente.
people-nobody-stopped = Tu reçois des rappels pour tout le monde.
people-nobody-contacts = Pas encore de contacts. `/contact add` ajoute quelqu'un hors du serveur, `/contact import` toute une liste depuis un fichier ; personne d'autre ne les voit.

# Facts about a person, after their name: "Bob · every month · last talked 3 weeks ago · due in 9 days".
# $ago is "3 weeks ago", as Discord writes it.
people-last-talked = dernier échange { $ago }
people-never-talked = pas encore d'échange
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-is-due = contact souhaité : { $when }
people-is-snoozed = en attente jusqu'au { $date }
people-is-away = absence, retour le { $day }
people-is-stopped = sans rappels
people-is-apart = distances gardées
people-is-untracked = ne souhaite pas de suivi
people-is-gone = n'est plus sur le serveur

people-count = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
people-page = Page { $page } sur { $pages }
people-open = Voir une personne
people-show-all = Tout le monde
people-show-talks-with-someone = Échanges avec quelqu'un

## The card of a person

# $kind is "manager", "peer" and so on: what they are to the reader.
people-kind = Votre lien : { $kind }
# Below the name of a contact: somebody outside the server.
people-contact = Un de tes contacts : personne d'autre ne le voit
# $day: "3 December".
people-birthday = Anniversaire : { $day }
# $circle is a circle's name with how often that is.
people-circle = Cercle : { $circle }
people-circle-of-team = Cercle : { $circle }, par défaut sur ce serveur
people-away = Absence : retour le { $day }
# $next is one or two of the sentences below.
people-next = Prochain rappel : { $next }
people-next-gone = Aucun, cette personne n'est plus sur le serveur.
people-next-stopped = Aucun, tu as arrêté les rappels à son sujet.
people-next-apart = Aucun, vous gardez vos distances.
people-next-untracked = Aucun, cette personne ne souhaite pas de suivi.
people-next-before-talk = Aucun avant votre premier échange.
people-next-snoozed = En attente jusqu'au { $date }.
people-next-earliest = Le { $date } au plus tôt.
people-next-own-untracked = Tu n'en reçois pas, car tu ne souhaites pas de suivi. *{ privacy-track-again }* dans `/privacy` change cela.
people-next-own-paused = Tes rappels sont en pause ; `/nudge resume` les relance.
people-next-own-closed = Tu n'acceptes pas de messages privés ; autorise-les, puis utilise `/nudge on`.
people-next-own-off = Tu n'en reçois pas ; `/nudge on` les active.
# $when is "in 9 days" or "2 weeks ago", as Discord writes it.
people-next-due = Contact souhaité : { $when }.
# $kudos is one or two sentences.
people-kudos = Kudos entre vous : { $kudos }
people-kudos-none = Aucun pour l'instant.
people-kudos-all-since = Tout cela depuis votre dernier échange.
people-kudos-none-since = Aucun depuis votre dernier échange.

# Also in nudges.
thanks-given = Tu as dit merci { $given ->
    [1] une fois
    [2] deux fois
   *[other] { $given } fois
}.
thanks-received = Tu as reçu { $received ->
    [1] un merci
    [2] deux mercis
   *[other] { $received } mercis
}.
thanks-both = Tu as dit merci { $given ->
    [1] une fois
    [2] deux fois
   *[other] { $given } fois
} et reçu { $received ->
    [1] un merci
    [2] deux mercis
   *[other] { $received } mercis
}.
thanks-given-since = Depuis votre dernier échange, tu as dit merci { $given ->
    [1] une fois
    [2] deux fois
   *[other] { $given } fois
}.
thanks-received-since = Depuis votre dernier échange, tu as reçu { $received ->
    [1] un merci
    [2] deux mercis
   *[other] { $received } mercis
}.
thanks-both-since = Depuis votre dernier échange, tu as dit merci { $given ->
    [1] une fois
    [2] deux fois
   *[other] { $given } fois
} et reçu { $received ->
    [1] un merci
    [2] deux mercis
   *[other] { $received } mercis
}.

people-no-talks = Vous ne vous êtes pas encore parlé, à ma connaissance.
people-logged-by = Enregistré par { $name }.
people-logged-by-you = Enregistré par toi.
# Instead of who logged it.
people-logged-by-voice = Noté depuis un salon vocal.
people-note = Ta note : { $note }

people-talked = On s'est parlé
people-stop = Arrêter ces rappels
people-resume = Reprendre ces rappels
# Neither is suggested to the other. Only the reader knows.
people-apart = Garder nos distances
people-together = Ne plus garder nos distances
people-talks = Échanges et notes
people-contact-edit = Modifier
people-contact-remove = Retirer
people-snooze = Mettre en attente
# $day is "Mon 30 Nov".
people-snoozed-until = En attente jusqu'au { $day }
people-end-snooze = Mettre fin à l'attente
people-absent = Je n'y étais pas
# $when is a day, perhaps with a time.
people-absent-from = { $when }, enregistré par { $name }

## On the card, after something was pressed

people-done-talked = Enregistré : vous vous êtes parlé.
people-done-talked-again = Tu viens d'enregistrer cet échange, donc il compte toujours pour un seul.
people-done-stopped = C'est arrêté : tu n'auras plus de rappels à son sujet.
people-done-resumed = Les rappels à son sujet reprennent.
people-done-snoozed = En attente : pas de rappel à son sujet avant le { $date }. Le rythme reste le même.
people-done-awake = L'attente est terminée.
# $rhythm is "every month".
people-done-circle = C'est noté : un échange { $rhythm }.
people-done-kind = C'est noté : { $kind }. Personne d'autre ne le voit.
people-done-no-kind = Votre lien n'est plus noté.
people-done-apart = Vous gardez vos distances : aucune suggestion entre vous, dans un sens comme dans l'autre. L'autre personne n'en saura rien.
people-done-together = Vous ne gardez plus vos distances.
# $day is "Fri 20 Nov 2026".
people-done-withdrawn = Tu ne fais plus partie de l'échange du { $day }, et il ne compte plus pour toi.
people-done-not-in = Tu ne fais plus partie de cet échange.
people-done-contact-added = C'est ajouté, et personne d'autre ne le voit. `/contact met` enregistre vos échanges.
people-done-contact-changed = C'est modifié.
people-done-contact-opened = *{ people-contact-edit }* change le nom, l'organisation et l'anniversaire ; les menus ci-dessous changent le reste.

## People who have no card

people-oneself = C'est toi. Choisis une personne avec qui tu gardes le contact.
people-bot = { $name } est un bot, et Rapport retient les échanges entre humains. Choisis une personne.
people-not-in-team = { $name } n'est pas sur ce serveur. `/people` montre toutes les personnes dont tu m'as parlé.

## Talks, page by page

talks-title = Échanges avec { $name }
talks-none = Aucun n'est enregistré.
talks-with-nobody-left = Les autres ont fait supprimer leurs données, ou ne font plus partie de l'échange. Tes notes restent à toi.
# Facts about a talk, after its date.
# How two people talked, instead of "on a call": in voice channels, on that day.
talks-voice-minutes = { $minutes ->
    [one] { $minutes } minute en vocal
   *[other] { $minutes } minutes en vocal
}
talks-logged-by-them = enregistré par l'autre personne
talks-with-note = ta note
talks-open = Voir un échange
talks-to-person = Retour à la personne

## A talk

talk-title = Échange : { $when }
talk-people = Avec : { $people }
# $how is "over coffee", or one of the two below.
talk-how = Comment : { $how }
talk-how-other = autrement
talk-how-unknown = non précisé
talk-logged-by = Enregistré par : { $name }
talk-logged-by-you = Enregistré par : toi
talk-logged-by-voice = Noté depuis un salon vocal, avec votre accord à vous deux
talk-note = Ta note est ci-dessus. Personne d'autre ne la voit.
talk-note-page = Ci-dessus, la page { $page } sur { $pages } de ta note. Personne d'autre ne la voit.
talk-no-note = Tu n'as pas de note sur cet échange.
talk-add-note = Ajouter une note
talk-change-note = Modifier la note
talk-change-date = Modifier la date
talk-delete = Supprimer
talk-delete-question = Supprimer cet échange ? Il ne comptera plus pour personne, et toutes les notes à son sujet disparaîtront.
talk-delete-yes = Oui, le supprimer
talk-delete-no = Le garder
talk-all = Tous les échanges
talk-note-kept = Ta note est gardée.
talk-note-deleted = Ta note est supprimée.
talk-date-changed = Nouvelle date : { $when }.
# $day is "Fri 20 Nov 2026".
talk-deleted = L'échange du { $day } est supprimé.
talk-not-yours = Cet échange n'est plus enregistré, ou ce n'est pas à toi de le modifier. `/person` montre ce qui est enregistré.

## The forms for a note and a date. Discord shows at most 45 characters of titles and labels.

talk-form-note = Ta note
talk-form-note-input = Que veux-tu retenir ?
talk-form-note-hint = Personne d'autre ne la verra. Laisse vide si tu ne veux pas de note
talk-form-date = Modifier la date
talk-form-date-input = C'était quand ?
talk-form-date-hint = hier, vendredi dernier, 20 nov 14:00

## /me: the network as a picture

me-nobody = Personne à dessiner pour l'instant. `/met` enregistre un échange avec quelqu'un. L'image laisse de côté les personnes parties, celles qui ne souhaitent pas de suivi et celles dont tu as arrêté les rappels.
# $counts is a list: "1 in touch, 2 due and 1 long overdue".
me-people = Toi et { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
} : { $counts }.
me-in-touch = { $count } en contact
me-due = { $count } à recontacter
me-long-overdue = { $count } à recontacter depuis longtemps
me-left-out = { $count ->
    [one] { $count } autre personne est dans `/people`.
   *[other] { $count } autres personnes sont dans `/people`.
}
# $people is a list of people whose names can't be drawn: "1. is 王小明 and 2. is 李雷".
me-numbered = Dans l'image, { $people }.
me-number = le n° { $number } est { $name }

# The picture in words, for people who can't see it.
me-described = Ton réseau : toi au centre, et tout au bord les personnes à recontacter depuis le plus longtemps.
me-described-in-touch = En contact : { $people }.
me-described-due = À recontacter : { $people }.
me-described-long-overdue = À recontacter depuis longtemps : { $people }.

# What is drawn in the picture.
me-picture-title = Ton réseau
me-picture-subtitle = Plus c'est loin, plus ça fait longtemps
# In a small circle: at most 4 letters.
me-picture-you = Toi
me-picture-in-touch = en contact
me-picture-due = à recontacter
me-picture-long-overdue = depuis longtemps
# In place of a name that can't be drawn; the text beside the picture has the name.
me-picture-see = voir { $number }.
# At most 22 letters.
me-picture-own-days = Ton propre rythme
me-picture-snoozed = Contour seul : en attente
