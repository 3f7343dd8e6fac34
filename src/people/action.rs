//! The buttons, selects and forms of `/people` and `/person`.

use super::talks::{TalkAt, TalkStep};
use super::{CardStep, ContactStep, Filter};
use crate::discord::custom_id::{CustomId, field};
use crate::ids::PersonId;

/// What a member presses about the people they keep in touch with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Show a page of the list.
    ShowPeoplePage {
        /// Which list.
        filter: Filter,
        /// The page, from 1.
        page: usize,
    },
    /// Show the card of the chosen person.
    OpenPerson,
    /// Show a page of the talks with a person.
    ShowTalksPage {
        /// The person.
        other: PersonId,
        /// The page, from 1.
        page: usize,
    },
    /// Show the chosen talk with a person.
    OpenTalk {
        /// The person.
        other: PersonId,
    },
    /// A step on an opened talk.
    OnTalk {
        /// The talk, and the page of its note.
        at: TalkAt,
        /// The step.
        step: TalkStep,
    },
    /// A step on the card of a contact.
    OnContact {
        /// The contact.
        contact: PersonId,
        /// The step.
        step: ContactStep,
    },
    /// A step on the card of a person.
    OnCard {
        /// The person.
        other: PersonId,
        /// The step.
        step: CardStep,
    },
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::ShowPeoplePage { filter, page } => {
                let of_kind = filter.kind.map(|it| format!(":{}", it.as_str()));
                format!(
                    "1:people:{}:{page}{}",
                    filter.show,
                    of_kind.unwrap_or_default()
                )
            }
            Self::OpenPerson => "1:person".to_owned(),
            Self::ShowTalksPage { other, page } => format!("1:talks:{other}:{page}"),
            Self::OpenTalk { other } => format!("1:talk:{other}"),
            Self::OnTalk { at, step } => {
                let TalkAt {
                    encounter,
                    other,
                    page,
                } = at;
                format!("1:talk-{step}:{encounter}:{other}:{page}")
            }
            Self::OnContact { contact, step } => format!("1:contact-{step}:{contact}"),
            Self::OnCard { other, step } => format!("1:card-{step}:{other}"),
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        Some(match *fields {
            ["1", "people", show, page] => Self::ShowPeoplePage {
                filter: Filter {
                    show: field(show)?,
                    kind: None,
                },
                page: field(page)?,
            },
            ["1", "people", show, page, kind] => Self::ShowPeoplePage {
                filter: Filter {
                    show: field(show)?,
                    kind: Some(kind.parse().ok()?),
                },
                page: field(page)?,
            },
            ["1", "person"] => Self::OpenPerson,
            ["1", "talks", other, page] => Self::ShowTalksPage {
                other: field(other)?,
                page: field(page)?,
            },
            ["1", "talk", other] => Self::OpenTalk {
                other: field(other)?,
            },
            ["1", name, encounter, other, page] => Self::OnTalk {
                at: TalkAt {
                    encounter: field(encounter)?,
                    other: field(other)?,
                    page: field(page)?,
                },
                step: field(name.strip_prefix("talk-")?)?,
            },
            ["1", name, other] => match name.strip_prefix("contact-") {
                Some(step) => Self::OnContact {
                    contact: field(other)?,
                    step: field(step)?,
                },
                None => Self::OnCard {
                    other: field(other)?,
                    step: field(name.strip_prefix("card-")?)?,
                },
            },
            _ => return None,
        })
    }
}
