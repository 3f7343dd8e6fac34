# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = Du hast keinen Kontakt namens „{ $typed }“. `/contact list` zeigt deine Kontakte, `/contact add` legt einen an.
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = Du hast mehrere Kontakte namens „{ $typed }“: { $contacts }. Nimm den, den du meinst, aus der Liste, die beim Tippen erscheint.
contact-gone = Dieser Kontakt steht nicht mehr in deiner Liste. `/contact list` zeigt, wer darin steht.
contact-namesake = Einen Kontakt namens { $name } hast du schon. Gib eine Organisation an, die beide unterscheidet, oder ändere den vorhandenen mit `/contact edit`.
contact-name-empty = Ein Kontakt braucht einen Namen. Schreib einen, zum Beispiel Ada Lovelace.
contact-name-too-long = Der Name eines Kontakts kann { $most } Zeichen haben, dieser hat { $by } mehr. Nimm einen kürzeren.
contact-org-too-long = Eine Organisation kann { $most } Zeichen haben, diese hat { $by } mehr. Nimm einen kürzeren Namen dafür.
contact-full = Du kannst hier { $most } Kontakte haben, und so viele hast du. `/contact remove` schafft Platz.

## The form. Discord shows at most 45 characters of titles and labels.

contact-form = Kontakt bearbeiten
contact-form-name = Name
contact-form-org = Organisation
contact-form-birthday = Geburtstag
# $day: "3 December".
contact-form-birthday-hint = { $day }. Das Jahr wird nicht gespeichert

## Removing

contact-remove-question = { $name } entfernen? Was du dazu festgehalten hast, geht mit, auch deine Notizen, und lässt sich nicht zurückholen.
contact-remove-yes = Ja, entfernen
contact-remove-no = Behalten
contact-removed = { $name } ist entfernt, mit allem, was du dazu festgehalten hattest.
contact-all = Alle Kontakte
