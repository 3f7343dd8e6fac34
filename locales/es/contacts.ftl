# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = No tienes ningún contacto llamado "{ $typed }". `/contact list` muestra los tuyos y `/contact add` añade uno.
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = Tienes varios contactos llamados "{ $typed }": { $contacts }. Elige el que quieres en la lista que se abre al escribir.
contact-gone = Ese contacto ya no está en tu lista. `/contact list` muestra quién está.
contact-namesake = Ya tienes un contacto llamado { $name }. Añade una organización que los distinga, o cambia el que tienes con `/contact edit`.
contact-name-empty = Un contacto necesita un nombre. Escribe uno, como Ada Lovelace.
contact-name-too-long = El nombre de un contacto puede tener { $most } caracteres, y este tiene { $by } de más. Usa uno más corto.
contact-org-too-long = Una organización puede tener { $most } caracteres, y esta tiene { $by } de más. Usa un nombre más corto.
contact-full = Aquí puedes tener { $most } contactos, y ya los tienes. `/contact remove` hace sitio.

## The form. Discord shows at most 45 characters of titles and labels.

contact-form = Editar contacto
contact-form-name = Nombre
contact-form-org = Organización
contact-form-birthday = Cumpleaños
# $day: "3 December".
contact-form-birthday-hint = { $day }. El año no se guarda

## Removing

contact-remove-question = ¿Quitar a { $name }? También se borra lo que registraste sobre este contacto, notas incluidas, y no se puede recuperar.
contact-remove-yes = Sí, quitar
contact-remove-no = Conservar
contact-removed = { $name } ya no está en tus contactos, y todo lo que registraste se borró.
contact-all = Todos los contactos
