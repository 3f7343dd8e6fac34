//! What the card of a contact has beside that of a member.

use poise::serenity_prelude::CreateButton;

use crate::discord::reply::button;
use crate::discord::text::plain;
use crate::language::{Language, tr};
use crate::people::action::Action;
use crate::people::{Card, ContactDetails, ContactStep};
use crate::prose::is_visible;

/// The contact's organisation and birthday, and who sees them.
pub(super) fn facts(contact: &ContactDetails, language: Language) -> Vec<String> {
    let org = &contact.name.username;
    let birthday = contact.birthday.map(|it| it.in_words(language));
    let facts = [
        is_visible(org).then(|| plain(org)),
        Some(tr!(language, "people-contact")),
        birthday.map(|day| tr!(language, "people-birthday", day)),
    ];
    facts.into_iter().flatten().collect()
}

/// The buttons that only the card of a contact has.
pub(super) fn buttons(card: &Card, language: Language) -> Vec<CreateButton> {
    if card.contact.is_none() {
        return Vec::new();
    }
    let contact = card.known.tie.other;
    let press = |step, label: String| button(&Action::OnContact { contact, step }, label);
    vec![
        press(ContactStep::Edit, tr!(language, "people-contact-edit")),
        press(
            ContactStep::AskRemove,
            tr!(language, "people-contact-remove"),
        ),
    ]
}
