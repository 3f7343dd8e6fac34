# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = Du hast keinen Kontakt namens „{ $typed }“. `/contact list` zeigt deine Kontakte, `/contact add` legt einen an.
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = Du hast mehrere Kontakte namens „{ $typed }“: { $contacts }. Wähle den richtigen aus der Liste, die beim Tippen erscheint.
contact-gone = Dieser Kontakt steht nicht mehr in deiner Liste. `/contact list` zeigt, wer darin steht.
contact-namesake = Einen Kontakt namens { $name } hast du schon. Gib eine Organisation an, die beide unterscheidet, oder ändere den vorhandenen mit `/contact edit`.
contact-name-empty = Ein Kontakt braucht einen Namen. Schreib einen, zum Beispiel Ada Lovelace.
contact-name-too-long = Der Name eines Kontakts kann bis zu { $most } Zeichen haben, dieser hat { $by } zu viel. Nimm einen kürzeren.
contact-org-too-long = Der Name einer Organisation kann bis zu { $most } Zeichen haben, dieser hat { $by } zu viel. Nimm einen kürzeren.
contact-full = Du kannst hier bis zu { $most } Kontakte haben, und so viele hast du schon. `/contact remove` schafft Platz.

## The form. Discord shows at most 45 characters of titles and labels.

contact-form = Kontakt bearbeiten
contact-form-name = Name
contact-form-org = Organisation
contact-form-birthday = Geburtstag
# $day: "3 December".
contact-form-birthday-hint = { $day }. Das Jahr wird nicht gespeichert

## Removing

contact-remove-question = { $name } entfernen? Was du dazu festgehalten hast, wird mitgelöscht, auch deine Notizen, und lässt sich nicht zurückholen.
contact-remove-yes = Ja, entfernen
contact-remove-no = Behalten
contact-removed = { $name } ist entfernt, mit allem, was du dazu festgehalten hattest.
contact-all = Alle Kontakte

## /contact import: what a file says, and the question whether to add it

import-new = { $count ->
    [one] 1 Kontakt lässt sich hinzufügen. Noch ist nichts gespeichert.
   *[other] { $count } Kontakte lassen sich hinzufügen. Noch ist nichts gespeichert.
}
# $day: "Thu 1 Oct 2026". After a name, like the next fact.
import-last-talk = zuletzt am { $day } gesprochen
import-more = … und noch { $count }
import-known = { $count ->
    [one] 1 steht schon in deiner Liste oder doppelt in der Datei.
   *[other] { $count } stehen schon in deiner Liste oder doppelt in der Datei.
}
import-bad = { $count ->
    [one] 1 Zeile wird ausgelassen:
   *[other] { $count } Zeilen werden ausgelassen:
}
# $why is one of the refusals above, or one about a birthday or a date.
import-bad-line = Zeile { $line }: { $why }
import-add = { $count ->
    [one] 1 Kontakt hinzufügen
   *[other] { $count } Kontakte hinzufügen
}
import-drop = Nicht hinzufügen
import-added = { $count ->
    [one] 1 Kontakt ist hinzugefügt, und nur du siehst ihn.
   *[other] { $count } Kontakte sind hinzugefügt, und nur du siehst sie.
}
import-dropped = Es wurde nichts hinzugefügt, und von der Datei ist nichts gespeichert.
import-gone = Diese Datei liegt nicht mehr bereit: Sie wurde schon hinzugefügt, oder 15 Minuten sind um. `/contact list` zeigt deine Kontakte, `/contact import` liest die Datei noch einmal.

## Files that are refused

import-too-large = Eine Datei kann bis zu { $most } MB haben. Speichere nur die nötigen Spalten (Name, Organisation, Geburtstag, letztes Gespräch), oder importiere sie in Teilen.
import-too-long = Diese Datei enthält { $count } Kontakte, und du kannst bis zu { $most } haben. Behalte darin die Leute, mit denen du wirklich in Kontakt bleiben möchtest, und versuch es noch einmal.
# $have is what the person has, $more what the file would add, $most the most.
import-too-many = Du hast { $have ->
    [one] 1 Kontakt
   *[other] { $have } Kontakte
}, und die Datei brächte { $more } dazu: Mehr als { $most } gehen hier nicht. Es wurde nichts hinzugefügt. Kürze die Datei, oder schaff Platz mit `/contact remove`.
import-encoding = Diese Datei kann ich nicht als Text lesen. Speichere sie als CSV in UTF-8 („CSV UTF-8“ in Excel) oder als vCard (.vcf) und versuch es noch einmal.
import-unknown = In dieser Datei finde ich keine Namen. Eine CSV braucht eine erste Zeile mit den Namen der Spalten, etwa *Name; Organisation; Geburtstag; letztes Gespräch*; die Exporte von Google und Outlook haben eine. Eine vCard-Datei (.vcf) geht auch.
import-empty = In dieser Datei sind keine Kontakte.

## Birthdays that can't be read. $typed is what the person typed, the others are days: "3 December".

birthday-unreadable = „{ $typed }“ kann ich nicht als Geburtstag lesen. Schreib Tag und Monat, zum Beispiel { $example }.
birthday-no-such-day = „{ $typed }“ gibt es im Kalender nicht. Schreib Tag und Monat, zum Beispiel { $example }.
birthday-two-days = „{ $typed }“ kann der { $one } oder der { $other } sein. Schreib es so, mit dem Monat als Wort.
