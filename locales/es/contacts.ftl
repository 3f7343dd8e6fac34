# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = No tienes ningún contacto llamado "{ $typed }". `/contact list` muestra los tuyos y `/contact add` añade uno.
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = Tienes varios contactos llamados "{ $typed }": { $contacts }. En la lista que se abre al escribir, elige el que buscas.
contact-gone = Ese contacto ya no está en tu lista. `/contact list` muestra quién está.
contact-namesake = Ya tienes un contacto llamado { $name }. Añade una organización que los distinga, o cambia el que tienes con `/contact edit`.
contact-name-empty = Un contacto necesita un nombre. Escribe uno, como Ada Lovelace.
contact-name-too-long = El nombre de un contacto puede tener hasta { $most } caracteres, y este tiene { $by } de más. Usa uno más corto.
contact-org-too-long = Una organización puede tener hasta { $most } caracteres, y esta tiene { $by } de más. Usa un nombre más corto.
contact-full = Aquí puedes tener hasta { $most } contactos, y ya los tienes. Con `/contact remove` liberas espacio.

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

## /contact import: what a file says, and the question whether to add it

import-new = { $count ->
    [one] Se puede añadir 1 contacto. Aún no hay nada guardado.
   *[other] Se pueden añadir { $count } contactos. Aún no hay nada guardado.
}
# $day: "Thu 1 Oct 2026". After a name, like the next fact.
import-last-talk = última charla { $day }
import-more = { $count ->
    [one] … y 1 más
   *[other] … y { $count } más
}
import-known = { $count ->
    [one] 1 ya está en tu lista, o dos veces en el archivo.
   *[other] { $count } ya están en tu lista, o dos veces en el archivo.
}
import-bad = { $count ->
    [one] 1 línea queda fuera:
   *[other] { $count } líneas quedan fuera:
}
# $why is one of the refusals above, or one about a birthday or a date.
import-bad-line = Línea { $line }: { $why }
import-add = { $count ->
    [one] Añadir 1 contacto
   *[other] Añadir { $count } contactos
}
import-drop = No añadir
import-added = { $count ->
    [one] Se añadió 1 contacto, solo para ti.
   *[other] Se añadieron { $count } contactos, solo para ti.
}
import-dropped = No se añadió nada, y del archivo no se guarda nada.
import-gone = Ese archivo ya no está en espera: se añadió, o pasaron 15 minutos. `/contact list` muestra tus contactos y `/contact import` lee el archivo otra vez.

## Files that are refused

import-too-large = Un archivo puede tener hasta { $most } MB. Guarda solo las columnas que necesitas (nombre, organización, cumpleaños, última charla) o impórtalo por partes.
import-too-long = Ese archivo tiene { $count } contactos, y puedes tener hasta { $most }. Deja solo a la gente con la que de verdad quieres mantener el contacto y prueba otra vez.
# $have is what the person has, $more what the file would add, $most the most.
import-too-many = Tienes { $have } contactos y el archivo añadiría { $more }: aquí puedes tener hasta { $most }. No se añadió nada. Acorta el archivo o libera espacio con `/contact remove`.
import-encoding = No puedo leer ese archivo como texto. Guárdalo como CSV en UTF-8 ("CSV UTF-8" en Excel) o como vCard (.vcf) y prueba otra vez.
import-unknown = No encuentro nombres en ese archivo. Un CSV necesita una primera línea con los nombres de las columnas, como *nombre, organización, cumpleaños, última charla*; las exportaciones de Google y Outlook la tienen. También sirve un archivo vCard (.vcf).
import-empty = Ese archivo no tiene contactos.

## Birthdays that can't be read. $typed is what the person typed, the others are days: "3 December".

birthday-unreadable = No puedo leer "{ $typed }" como un cumpleaños. Escribe el día y el mes, como { $example }.
birthday-no-such-day = El calendario no tiene "{ $typed }". Escribe el día y el mes, como { $example }.
birthday-two-days = "{ $typed }" puede ser el { $one } o el { $other }. Escríbelo así, con el mes en letras.
