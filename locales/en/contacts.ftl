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
contact-form-birthday-hint = { $day }. No year is kept

## Removing

contact-remove-question = Remove { $name }? What you logged about them goes too, notes included, and can't be brought back.
contact-remove-yes = Yes, remove
contact-remove-no = Keep
contact-removed = { $name } is removed, with everything you logged about them.
contact-all = All contacts
