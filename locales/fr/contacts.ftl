# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = Tu n'as pas de contact nommé « { $typed } ». `/contact list` montre les tiens, et `/contact add` en ajoute un.
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = Tu as plusieurs contacts nommés « { $typed } » : { $contacts }. Choisis le bon dans la liste qui s'ouvre quand tu écris.
contact-gone = Ce contact n'est plus dans ta liste. `/contact list` montre qui s'y trouve.
contact-namesake = Tu as déjà un contact nommé { $name }. Ajoute une organisation qui les distingue, ou modifie celui que tu as avec `/contact edit`.
contact-name-empty = Il faut un nom pour ce contact. Écris-en un, par exemple Ada Lovelace.
contact-name-too-long = Le nom d'un contact peut avoir jusqu'à { $most } caractères, et celui-ci en a { $by } de trop. Choisis-en un plus court.
contact-org-too-long = Le nom d'une organisation peut avoir jusqu'à { $most } caractères, et celui-ci en a { $by } de trop. Choisis-en un plus court.
contact-full = Tu as déjà { $most } contacts ici, le maximum. `/contact remove` libère de la place.

## The form. Discord shows at most 45 characters of titles and labels.

contact-form = Modifier le contact
contact-form-name = Nom
contact-form-org = Organisation
contact-form-birthday = Anniversaire
# $day: "3 December".
contact-form-birthday-hint = { $day }. L'année n'est pas gardée

## Removing

contact-remove-question = Retirer { $name } ? Ce que tu as enregistré à son sujet disparaît aussi, notes comprises, et c'est définitif.
contact-remove-yes = Oui, retirer
contact-remove-no = Garder
contact-removed = { $name } n'est plus dans tes contacts, et tout ce que tu avais enregistré à son sujet est supprimé.
contact-all = Tous les contacts

## /contact import: what a file says, and the question whether to add it

import-new = { $count ->
    [0] Aucun contact à ajouter. Rien n'est gardé.
    [one] { $count } contact peut être ajouté. Rien n'est encore gardé.
   *[other] { $count } contacts peuvent être ajoutés. Rien n'est encore gardé.
}
# $day: "Thu 1 Oct 2026". After a name, like the next fact.
import-last-talk = dernier échange le { $day }
import-more = { $count ->
    [one] … et { $count } de plus
   *[other] … et { $count } de plus
}
import-known = { $count ->
    [one] { $count } contact est déjà dans ta liste, ou figure deux fois dans le fichier.
   *[other] { $count } contacts sont déjà dans ta liste, ou figurent deux fois dans le fichier.
}
import-bad = { $count ->
    [one] { $count } ligne est laissée de côté :
   *[other] { $count } lignes sont laissées de côté :
}
# $why is one of the refusals above, or one about a birthday or a date.
import-bad-line = Ligne { $line } : { $why }
import-add = { $count ->
    [one] Ajouter { $count } contact
   *[other] Ajouter { $count } contacts
}
import-drop = Ne pas ajouter
import-added = { $count ->
    [one] { $count } contact est ajouté. Personne d'autre ne le voit.
   *[other] { $count } contacts sont ajoutés. Personne d'autre ne les voit.
}
import-dropped = Rien n'est ajouté, et rien du fichier n'est gardé.
import-gone = Ce fichier n'attend plus : il est déjà ajouté, ou 15 minutes sont passées. `/contact list` montre tes contacts, et `/contact import` relit le fichier.

## Files that are refused

import-too-large = Un fichier peut faire jusqu'à { $most } Mo. N'enregistre que les colonnes utiles (nom, organisation, anniversaire, dernier échange), ou importe-le en plusieurs fois.
import-too-long = Ce fichier contient { $count } contacts, et tu peux en avoir { $most } au plus. Garde les personnes avec qui tu veux vraiment rester en contact, et réessaie.
# $have is what the person has, $more what the file would add, $most the most.
import-too-many = Tu as { $have } contacts, et le fichier en ajouterait { $more } : tu peux en avoir { $most } au plus ici. Rien n'est ajouté. Raccourcis le fichier, ou libère de la place avec `/contact remove`.
import-encoding = Je n'arrive pas à lire ce fichier comme du texte. Enregistre-le en CSV UTF-8 (« CSV UTF-8 » dans Excel) ou en vCard (.vcf), et réessaie.
import-unknown = Je ne trouve pas de noms dans ce fichier. Un CSV a besoin d'une première ligne qui nomme ses colonnes, comme *nom complet, organisation, anniversaire, dernier échange* ; les exports de Google et d'Outlook en ont une. Un fichier vCard (.vcf) convient aussi.
import-empty = Il n'y a pas de contacts dans ce fichier.

## Birthdays that can't be read. $typed is what the person typed, the others are days: "3 December".

birthday-unreadable = Je ne reconnais pas d'anniversaire dans « { $typed } ». Écris le jour et le mois, par exemple { $example }.
birthday-no-such-day = Il n'y a pas de « { $typed } » dans le calendrier. Écris le jour et le mois, par exemple { $example }.
birthday-two-days = « { $typed } » peut être le { $one } ou le { $other }. Écris-le ainsi, avec le mois en toutes lettres.
