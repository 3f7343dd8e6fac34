# /contact: people outside the server, each seen by the one who added them alone.

## What a contact is called. $typed is what the person typed.

contact-unknown = You have no contact called "{ $typed }". `/contact list` shows yours, and `/contact add` adds one.
# $contacts is a list: "Ada (Acme) and Ada (Initech)".
contact-several = You have several contacts called "{ $typed }": { $contacts }. Pick the one you mean from the list that opens as you type.
contact-gone = That contact is no longer in your list. `/contact list` shows who is.
contact-namesake = You already have a contact called { $name }. Add an organisation that tells the two apart, or change the one you have with `/contact edit`.
contact-name-empty = A contact needs a name. Write one, like Ada Lovelace.
contact-name-too-long = A contact's name can have { $most } characters and this one has { $by } more. Use a shorter one.
contact-org-too-long = An organisation can have { $most } characters and this one has { $by } more. Use a shorter name for it.
contact-full = You can have { $most } contacts here, and you have that many. `/contact remove` makes room.

## The form. Discord shows at most 45 characters of titles and labels.

contact-form = Edit contact
contact-form-name = Name
contact-form-org = Organisation
contact-form-birthday = Birthday
# $day: "3 December".
contact-form-birthday-hint = Like { $day }. No year is kept

## Removing

contact-remove-question = Remove { $name }? What you logged about them goes too, notes included, and can't be brought back.
contact-remove-yes = Yes, remove
contact-remove-no = Keep
contact-removed = { $name } is removed, with everything you logged about them.
contact-all = All contacts

## /contact import: what a file says, and the question whether to add it

import-new = { $count ->
    [0] There is no contact to add. Nothing is kept.
    [one] 1 contact can be added. Nothing is kept yet.
   *[other] { $count } contacts can be added. Nothing is kept yet.
}
# $day: "Thu 1 Oct 2026". After a name, like the next fact.
import-last-talk = last talked { $day }
import-more = { $count ->
    [one] … and 1 more
   *[other] … and { $count } more
}
import-known = { $count ->
    [one] 1 contact is already in your list, or in the file twice.
   *[other] { $count } contacts are already in your list, or in the file twice.
}
import-bad = { $count ->
    [one] 1 line is left out:
   *[other] { $count } lines are left out:
}
# $why is one of the refusals above, or one about a birthday or a date.
import-bad-line = Line { $line }: { $why }
import-add = { $count ->
    [one] Add 1 contact
   *[other] Add { $count } contacts
}
import-drop = Don't add
import-added = { $count ->
    [one] 1 contact is added, for your eyes only.
   *[other] { $count } contacts are added, for your eyes only.
}
import-dropped = Nothing is added, and nothing of the file is kept.
import-gone = That file can't be added any more: it was added already, or 15 minutes have passed. `/contact list` shows your contacts, and `/contact import` reads the file again.

## Files that are refused

import-too-large = A file can have { $most } MB. Save only the columns you need (name, organisation, birthday, last talk), or import it in parts.
import-too-long = That file has { $count } contacts, and you can have { $most }. Keep the people you really want to stay in touch with, and try again.
# $have is what the person has, $more what the file would add, $most the most.
import-too-many = You have { $have ->
    [one] 1 contact
   *[other] { $have } contacts
}, and the file would add { $more }: the most you can have here is { $most }. Nothing is added. Shorten the file, or make room with `/contact remove`.
import-encoding = I can't read that file as text. Save it as CSV in UTF-8 ("CSV UTF-8" in Excel), or as vCard (.vcf), and try again.
import-unknown = I can't find names in that file. A CSV needs a first line that names its columns, such as *name, org, birthday, last talk*; the exports of Google and Outlook have one. A vCard file (.vcf) works too.
import-empty = That file has no contacts in it.

## Birthdays that can't be read. $typed is what the person typed, the others are days: "3 December".

birthday-unreadable = I can't read "{ $typed }" as a birthday. Write the day and the month, like { $example }.
birthday-no-such-day = The calendar has no "{ $typed }". Write the day and the month, like { $example }.
birthday-two-days = "{ $typed }" can be { $one } or { $other }. Write it like that, with the month as a word.
