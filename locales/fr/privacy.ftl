# /privacy: what Rapport keeps about a member, and what they can do about it.

privacy-title = Ce que Rapport garde sur toi sur ce serveur
# $kept is a list of those of the texts below that apply: "Your name and settings, 2 talks you took part in and …"
privacy-kept = { $kept }. Rapport ne lit aucun message, et personne d'autre que toi ne voit tes notes.
privacy-kept-settings = Ton nom et tes paramètres
privacy-kept-talks = { $talks ->
    [one] un échange avec toi
   *[other] { $talks } échanges avec toi
}
privacy-kept-notes = { $notes ->
    [one] une de tes notes
   *[other] { $notes } de tes notes
}
# A tie is your side of a relation with one other person: how often you want to talk, until when you snoozed them.
privacy-kept-ties = { $ties ->
    [one] un lien avec une autre personne
   *[other] { $ties } liens avec d'autres personnes
}
privacy-kept-contacts = { $contacts ->
    [one] un contact hors du serveur
   *[other] { $contacts } contacts hors du serveur
}
privacy-kept-nudges = { $nudges ->
    [one] un rappel fait pour toi
   *[other] { $nudges } rappels faits pour toi
}
privacy-kept-reminders = { $reminders ->
    [one] un message que tu as demandé pour plus tard
   *[other] { $reminders } messages que tu as demandés pour plus tard
}
privacy-kept-given = { $given ->
    [one] un kudos donné
   *[other] { $given } kudos donnés
}
privacy-kept-received = { $received ->
    [one] un kudos reçu
   *[other] { $received } kudos reçus
}
privacy-kept-introductions = { $introductions ->
    [one] une rencontre
   *[other] { $introductions } rencontres
}
privacy-tracked = Avec *{ privacy-dont-track }*, personne ne peut enregistrer un échange avec toi ni recevoir de rappel à ton sujet, et tu n'en reçois pas non plus. Ce qui est déjà là reste jusqu'à ce que tu choisisses *{ privacy-forget }*.
privacy-untracked = Ton suivi est arrêté : personne ne peut enregistrer un échange avec toi, personne ne reçoit de rappel à ton sujet, et tu n'en reçois pas non plus.

## Buttons

privacy-export = Exporter
privacy-dont-track = Arrêter mon suivi
privacy-track-again = Reprendre mon suivi
privacy-forget = M'oublier
privacy-yes-forget = Oui, oublie-moi
privacy-keep = Tout garder

## Export

privacy-exported = Tout ce que Rapport garde sur toi sur ce serveur, tes notes comprises. Ce que les autres ont noté ou choisi est à eux et n'y est pas.
# $count is at least 2.
privacy-exported-parts = C'est trop gros pour un seul fichier, donc il y en a { $count }. Voici la partie 1.
privacy-exported-part = Partie { $part } sur { $count } de ce que Rapport garde sur toi sur ce serveur.
privacy-export-begun = Ton export est déjà en préparation. Il apparaîtra ici dès qu'il sera prêt.
privacy-export-busy = Les exports d'autres personnes sont en préparation. Appuie à nouveau sur *{ privacy-export }* dans une minute.

## Forget me

privacy-forget-title = T'oublier sur ce serveur ?
# "someone" stands where the name of a forgotten person stood.
privacy-forget-asked = Cela supprime tes notes, tes paramètres, tes liens et tes contacts, les échanges que tu as enregistrés et les kudos que tu as reçus, et ne peut pas être annulé. Là où d'autres personnes ont participé, ce qu'elles gardent ne te nomme plus. Les kudos que tu as donnés restent aux personnes qui les ont reçus, de la part de « { someone } ». Les messages publiés dans les salons sont à Discord et restent jusqu'à ce que quelqu'un les supprime.
privacy-forgotten = C'est fait : rien de ce que Rapport garde de ce serveur ne te nomme plus. Les dernières traces dans son fichier seront écrasées dans l'heure.
privacy-forgetting = Je n'ai pas réussi à tout oublier pour l'instant. Je continue jusqu'à ce que rien de ce que Rapport garde de ce serveur ne te nomme. Tu n'as rien à faire.
privacy-nothing-kept = Rapport ne garde rien sur toi sur ce serveur, donc il n'y avait rien à oublier.
privacy-after-forgetting = Désormais, quelqu'un pourrait à nouveau enregistrer un échange avec toi. *{ privacy-dont-track }* garde ton identifiant et ton nom, pour l'empêcher.
