# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = Tu n'as pas de contact nommé « { $typed } ». `/contact list` montre les tiens, et `/contact add` en ajoute un.
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = Tu as plusieurs contacts nommés « { $typed } » : { $contacts }. Choisis le bon dans la liste qui s'ouvre quand tu écris.
contact-gone = Ce contact n'est plus dans ta liste. `/contact list` montre qui s'y trouve.
contact-namesake = Tu as déjà un contact nommé { $name }. Ajoute une organisation qui les distingue, ou modifie celui que tu as avec `/contact edit`.
contact-name-empty = Un contact a besoin d'un nom. Écris-en un, comme Ada Lovelace.
contact-name-too-long = Le nom d'un contact peut avoir { $most } caractères, et celui-ci en a { $by } de plus. Choisis-en un plus court.
contact-org-too-long = Une organisation peut avoir { $most } caractères, et celle-ci en a { $by } de plus. Choisis un nom plus court.
contact-full = Tu peux avoir { $most } contacts ici, et tu les as. `/contact remove` libère de la place.

## The form. Discord shows at most 45 characters of titles and labels.

contact-form = Modifier le contact
contact-form-name = Nom
contact-form-org = Organisation
contact-form-birthday = Anniversaire
# $day: "3 December".
contact-form-birthday-hint = { $day }. L'année n'est pas gardée

## Removing

contact-remove-question = Retirer { $name } ? Ce que tu as enregistré à son sujet part aussi, notes comprises, et ne peut pas revenir.
contact-remove-yes = Oui, retirer
contact-remove-no = Garder
contact-removed = { $name } n'est plus dans tes contacts, et tout ce que tu avais enregistré à son sujet est supprimé.
contact-all = Tous les contacts
