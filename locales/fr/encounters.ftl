# Talks: /met, the menu "We talked", and the buttons below their answers.

## How two people talked, to put into a sentence: "You talked with Bob on a call."

how-in-person = en personne
how-call = lors d'un appel
how-chat = par messages
how-coffee = autour d'un café
how-pairing = en binôme
how-voice = en vocal

## When they talked, to put at the end of a sentence

talked-today = aujourd'hui
talked-yesterday = hier
# $day: "Fri 20 Nov", or "Thu 20 Nov 2025" for another year.
talked-on = le { $day }
# $time is a time that Discord writes, like "Friday, 20 November 2026 14:00".
talked-at = le { $time }

## The answer

# How the answer begins. said-again: the same talk was logged a moment ago. restored: a correction was undone.
met-outcome = { $outcome ->
   *[logged] Enregistré
    [updated] Mis à jour
    [said-again] Déjà enregistré
    [restored] Annulé, tout est comme avant
}
# "Logged: you talked with Bob, yesterday." $when is one of the texts above, or a time that Discord writes, like "3 minutes ago".
met-talked = { met-outcome } : tu as parlé avec { $others }, { $when }.
# "Logged: you talked with Bob on a call, yesterday." $how is one of the texts above.
met-talked-how = { met-outcome } : tu as parlé avec { $others } { $how }, { $when }.
met-note-kept = Ta note est gardée, pour toi et personne d'autre.
# $when is a time that Discord writes, like "Monday, 30 November 2026 09:00".
met-next-nudge = Le prochain rappel pour reprendre contact peut arriver le { $when }.
met-due-already = Il est déjà temps de reprendre contact.
# $date is a date that Discord writes, like "30 November 2026".
met-due-again = Il sera temps de reprendre contact le { $date }.
met-stopped = Tu as arrêté les rappels à ce sujet. `/people` permet de les réactiver.
met-apart = Vous gardez vos distances : pas de rappels à ce sujet. `/person` permet de changer ça.
# The talk is deleted.
met-undone = Annulé : l'échange avec { $others } n'est plus enregistré.

## What was added below the answer

met-added-note = La note est gardée.
met-added-people = { $count ->
    [one] { $people } était là aussi : ça compte pour tout le monde.
   *[other] { $people } étaient là aussi : ça compte pour tout le monde.
}
# "You want to be in touch every week."
met-added-circle = C'est noté : un échange { $rhythm }.
# $kind is "manager", "peer" and so on: what they are to the reader.
met-added-kind = C'est noté : { $kind }. Personne d'autre ne le voit.
met-added-no-kind = Votre lien n'est plus noté.

## What can be pressed, and the form for a note. Discord shows at most 45 characters of the form's title and question.

met-undo = Annuler
met-add-note = Ajouter une note
met-who-else = Qui d'autre était là ?
note-form = Ajouter une note
note-form-question = Que veux-tu retenir ?
note-form-hint = Personne d'autre ne la verra

## The question about nudges, asked once

invitation = Envie d'un court message privé le lundi, sur les personnes que tu perds de vue ?
invitation-yes = Oui
invitation-no = Non merci

## Refusals

talk-with-yourself = C'est toi. Choisis une autre personne avec qui tu as parlé.
talk-with-bot = { $name } est un bot. Rapport retient les échanges entre humains : choisis une personne.
talk-with-stranger = { $name } n'est pas sur ce serveur. Choisis une personne qui y est.
talk-too-many = Un échange peut compter jusqu'à { $most } personnes en plus de toi. Choisis-en moins.
talk-not-with-one = Le lien se note ici après un échange avec une seule personne. `/person` permet de le noter pour chacune.
talk-gone = Cet échange n'est plus enregistré, ou quelqu'un d'autre l'a enregistré. `/met` l'enregistre à nouveau.
undo-nothing = Il n'y a plus rien à annuler ici : c'est déjà fait, ou quelque chose a changé depuis. `/person` montre ce qui est enregistré.
# C'était tapé hors d'un serveur, et attendait le choix du serveur.
talk-typed-gone = Je ne garde ce que tu as tapé que 15 minutes, et je ne l'ai plus. Utilise `/met` à nouveau.
note-empty = La note est vide. Écris ce que tu veux retenir, ou n'en mets pas.
note-too-long = Une note peut avoir jusqu'à { $most } caractères, et celle-ci en a { $by } de trop. Garde l'essentiel.
# Several notes on the same talk are kept together.
note-full = Ta note sur cet échange a atteint la limite de { $most } caractères. Tu trouveras l'échange dans `/person`, où tu peux la raccourcir.

## Dates that are refused. What stands in quotation marks must be in words that people here type, and Rapport reads.

# $day: "2026-11-20"; $day_of_month: "20 November".
bad-date-unreadable = Je ne reconnais pas de date dans « { $typed } ». Essaie « hier », « vendredi dernier », « il y a 3 jours », « { $day } » ou « { $day_of_month } 14:00 ».
# $readings: "2026-11-12 or 2026-12-11".
bad-date-order = Une date en chiffres ne se lit pas pareil d'un pays à l'autre : ça peut être { $readings }. Écris celle que tu veux sous cette forme, l'année d'abord.
# $readings as above, often only one of them; $refused is one that is in the future or too long ago.
bad-date-order-refused = Une date en chiffres ne se lit pas pareil d'un pays à l'autre : ça peut être { $readings }, ou { $refused }, que je ne peux pas garder. Écris celle que tu veux sous cette forme, l'année d'abord.
# $understood: "Sat 28 Nov 2026", or "Sat 28 Nov 2026, 14:00".
bad-date-future = J'ai compris { $understood }, et c'est encore à venir. Je garde les échanges qui ont déjà eu lieu : essaie « aujourd'hui », « vendredi dernier » ou une date avec son année.
bad-date-too-long-ago = J'ai compris { $understood }, et c'est trop ancien pour moi. Je garde les échanges à partir du { $earliest } : essaie une date plus récente, comme « vendredi dernier » ou « il y a 3 semaines ».

## Dates to come that can't be read or used

bad-date-unreadable-coming = Je ne reconnais pas de date à venir dans « { $typed } ». Essaie « demain », « lundi prochain », « dans 2 semaines », « { $day } » ou « { $day_of_month } ».
bad-date-over = J'ai compris { $understood }, et c'est déjà passé. Essaie « demain », « lundi prochain », « dans 2 semaines » ou une date avec son année.
bad-date-too-far-ahead = J'ai compris { $understood }, et c'est trop loin pour moi. Essaie une date d'ici au { $latest }.
