//! Contacts: people outside the server that one member, their owner, keeps in touch with. Only the
//! owner sees them. A contact is a person with a negative id: ties, talks, cards and nudges treat it as
//! they treat a member.

pub(crate) mod action;
pub(crate) mod birthday;
pub(crate) mod commands;
pub(crate) mod import;
pub(crate) mod store;
mod view;

use birthday::BirthdayError;

use crate::discord::names::{PersonName, likeness};
use crate::discord::text::cut;
use crate::ids::PersonId;
use crate::people::ContactDetails;
use crate::prose::{UnfitText, is_visible, tidy, turns_direction};
use crate::when::Order;

/// The most contacts that one member can have in a team.
pub(crate) const MOST: usize = 500;

/// The most characters of a name, and of an organisation.
pub(crate) const NAME: usize = 60;

/// How many contacts Discord offers while a member types.
const OFFERED: usize = 25;

/// The most characters of an offered contact.
const LABEL: usize = 100;

/// A contact of the member who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contact {
    /// The contact.
    pub(crate) id: PersonId,
    /// What the owner noted.
    pub(crate) details: ContactDetails,
}

/// Why a contact can't be written like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DetailsError {
    /// The name has no visible character.
    NoName,
    /// The name is too long.
    LongName {
        /// Characters beyond [`NAME`].
        by: usize,
    },
    /// The organisation is too long.
    LongOrg {
        /// Characters beyond [`NAME`].
        by: usize,
    },
    /// The text is no birthday.
    Birthday(String, BirthdayError),
}

/// The contacts that a member's words can mean.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Meant<'c> {
    /// This one.
    One(&'c Contact),
    /// None has that name.
    Nobody,
    /// Several have that name.
    Several(Vec<&'c Contact>),
}

impl Contact {
    /// The name with the organisation, to choose from.
    #[must_use]
    pub(crate) fn label(&self) -> String {
        let name = &self.details.name;
        if is_visible(&name.username) {
            cut(&format!("{} ({})", name.shown, name.username), LABEL)
        } else {
            cut(&name.shown, LABEL)
        }
    }
}

/// Reads what a member writes about a contact; a blank organisation or birthday is none. `order` is that
/// of day and month in numbers.
pub(crate) fn read_details(
    name: &str,
    org: &str,
    birthday: &str,
    order: Order,
) -> Result<ContactDetails, DetailsError> {
    let name = in_a_line(name).map_err(|unfit| match unfit {
        UnfitText::Empty => DetailsError::NoName,
        UnfitText::TooLong { by } => DetailsError::LongName { by },
    })?;
    let org = match in_a_line(org) {
        Ok(org) => org,
        Err(UnfitText::Empty) => String::new(),
        Err(UnfitText::TooLong { by }) => return Err(DetailsError::LongOrg { by }),
    };
    let birthday = if is_visible(birthday) {
        let read = birthday::parse(birthday, order);
        Some(read.map_err(|error| DetailsError::Birthday(birthday.to_owned(), error))?)
    } else {
        None
    };
    Ok(ContactDetails {
        name: PersonName {
            shown: name,
            username: org,
        },
        birthday,
    })
}

fn in_a_line(text: &str) -> Result<String, UnfitText> {
    let kept = text.chars().filter(|it| !turns_direction(*it));
    let words: String = kept.collect();
    let words: Vec<_> = words.split_whitespace().collect();
    tidy(&words.join(" "), NAME)
}

/// Whether readers can't tell the two apart: same name, same organisation.
#[must_use]
pub(crate) fn are_namesakes(one: &PersonName, other: &PersonName) -> bool {
    let both = |name: &PersonName| (likeness(&name.shown), likeness(&name.username));
    both(one) == both(other)
}

/// The contact that `typed` names: by its id, which Discord sends for an offered one, by name and
/// organisation as offered, or by the name alone.
#[must_use]
pub(crate) fn meant<'c>(contacts: &'c [Contact], typed: &str) -> Meant<'c> {
    let id = typed.trim().parse().ok();
    if let Some(chosen) = contacts.iter().find(|it| Some(it.id) == id) {
        return Meant::One(chosen);
    }
    let typed = likeness(typed);
    let labelled = contacts.iter().filter(|it| likeness(&it.label()) == typed);
    if let [one] = labelled.collect::<Vec<_>>()[..] {
        return Meant::One(one);
    }
    let named = contacts
        .iter()
        .filter(|it| likeness(&it.details.name.shown) == typed);
    match named.collect::<Vec<_>>() {
        named if named.is_empty() => Meant::Nobody,
        named if named.len() == 1 => Meant::One(named[0]),
        named => Meant::Several(named),
    }
}

/// The contacts to offer while a member types: those whose name or organisation has these letters,
/// names that begin with them first.
#[must_use]
pub(crate) fn offered<'c>(contacts: &'c [Contact], typed: &str) -> Vec<&'c Contact> {
    let typed = likeness(typed);
    let mut ranked: Vec<_> = contacts
        .iter()
        .map(|it| (likeness(&it.label()), it))
        .filter(|(label, _)| label.contains(&typed))
        .map(|(label, it)| (!label.starts_with(&typed), label, it))
        .collect();
    ranked.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    ranked.truncate(OFFERED);
    ranked.into_iter().map(|(_, _, it)| it).collect()
}

#[cfg(test)]
mod tests;
