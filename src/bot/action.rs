//! Every button, select and form that Rapport ever posted, as one type. Each feature has its own
//! variant, and the router matches all of them.

use crate::discord::custom_id::CustomId;
use crate::privacy::Request;
use crate::setup::{IntroductionsStep, Setup};
use crate::{contacts, dates, encounters, introductions, kudos, nudges, people, settings, voice};

/// The feature of a pressed component, and what the component does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Below the answer to `/met`.
    Encounters(encounters::action::Action),
    /// On a nudge.
    Nudges(nudges::action::Action),
    /// On a reminder, and to ask for one.
    Reminders(nudges::reminders::action::Action),
    /// On introductions.
    Introductions(introductions::action::Action),
    /// The question about talks in voice channels.
    Voice(voice::action::Action),
    /// On kudos, boards and recaps.
    Kudos(kudos::action::Action),
    /// On lists and cards of people.
    People(people::action::Action),
    /// Below what a file with contacts says.
    Contacts(contacts::action::Action),
    /// In the panel of `/settings`.
    Settings(settings::action::Action),
    /// Below a date of one's own.
    Dates(dates::action::Action),
    /// In the panel of `/setup`.
    Setup(Setup),
    /// In its panel of introductions.
    SetupIntroductions(IntroductionsStep),
    /// In the panel of `/privacy`.
    Privacy(Request),
}

impl CustomId for Action {
    fn encode(&self) -> String {
        match self {
            Self::Encounters(action) => action.encode(),
            Self::Nudges(action) => action.encode(),
            Self::Reminders(action) => action.encode(),
            Self::Introductions(action) => action.encode(),
            Self::Voice(action) => action.encode(),
            Self::Kudos(action) => action.encode(),
            Self::People(action) => action.encode(),
            Self::Contacts(action) => action.encode(),
            Self::Settings(action) => action.encode(),
            Self::Dates(action) => action.encode(),
            Self::Setup(action) => action.encode(),
            Self::SetupIntroductions(action) => action.encode(),
            Self::Privacy(action) => action.encode(),
        }
    }

    fn from_fields(fields: &[&str]) -> Option<Self> {
        fn read<T: CustomId>(fields: &[&str], wrap: fn(T) -> Action) -> Option<Action> {
            T::from_fields(fields).map(wrap)
        }
        read(fields, Self::Encounters)
            .or_else(|| read(fields, Self::Nudges))
            .or_else(|| read(fields, Self::Reminders))
            .or_else(|| read(fields, Self::Introductions))
            .or_else(|| read(fields, Self::Voice))
            .or_else(|| read(fields, Self::Kudos))
            .or_else(|| read(fields, Self::People))
            .or_else(|| read(fields, Self::Contacts))
            .or_else(|| read(fields, Self::Settings))
            .or_else(|| read(fields, Self::Dates))
            .or_else(|| read(fields, Self::Setup))
            .or_else(|| read(fields, Self::SetupIntroductions))
            .or_else(|| read(fields, Self::Privacy))
    }
}

/// The custom ID that Rapport gives to the action of this one. For `fuzz/`, from where the types of
/// actions are not visible.
#[doc(hidden)]
#[must_use]
pub fn encoded_again(custom_id: &str) -> Option<String> {
    Action::decode(custom_id).map(|action| action.encode())
}

#[cfg(test)]
mod tests;
