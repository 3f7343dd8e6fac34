//! The buttons, selects and forms of `/people` and `/person`.

use super::talks::{TalkAt, TalkStep};
use super::{CardStep, Show};
use crate::discord::custom_id::{CustomId, number};
use crate::ids::PersonId;

/// What a member presses about the people they keep in touch with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Show a page of the list.
    ShowPeoplePage {
        /// Which list.
        show: Show,
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
            Self::ShowPeoplePage { show, page } => format!("1:people:{}:{page}", show.as_str()),
            Self::OpenPerson => "1:person".to_owned(),
            Self::ShowTalksPage { other, page } => format!("1:talks:{other}:{page}"),
            Self::OpenTalk { other } => format!("1:talk:{other}"),
            Self::OnTalk { at, step } => {
                let TalkAt {
                    encounter,
                    other,
                    page,
                } = at;
                format!("1:talk-{}:{encounter}:{other}:{page}", step.as_str())
            }
            Self::OnCard { other, step } => format!("1:card-{}:{other}", step.as_str()),
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        Some(match *fields {
            ["1", "people", show, page] => Self::ShowPeoplePage {
                show: Show::parse(show)?,
                page: number(page)?,
            },
            ["1", "person"] => Self::OpenPerson,
            ["1", "talks", other, page] => Self::ShowTalksPage {
                other: number(other)?,
                page: number(page)?,
            },
            ["1", "talk", other] => Self::OpenTalk {
                other: number(other)?,
            },
            ["1", name, encounter, other, page] => Self::OnTalk {
                at: TalkAt {
                    encounter: number(encounter)?,
                    other: number(other)?,
                    page: number(page)?,
                },
                step: TalkStep::parse(name.strip_prefix("talk-")?)?,
            },
            ["1", name, other] => Self::OnCard {
                other: number(other)?,
                step: CardStep::parse(name.strip_prefix("card-")?)?,
            },
            _ => return None,
        })
    }
}
