//! The texts of introductions.

mod thread;

use chrono::{DateTime, Utc};

pub(crate) use thread::{answered, opening, question, thread_name};

use super::action::Action;
use super::store::Placed;
use super::{AboutLine, Plan, RoundCounts};
use crate::discord::layout::Container;
use crate::discord::names::PersonName;
use crate::discord::reply::{Reply, button, main_button};
use crate::discord::text::{as_typed_within, timestamp};
use crate::errors::Refusal;
use crate::ids::{RoundId, TeamId};
use crate::language::{Language, Text, text, tr};
use crate::prose::UnfitText;

/// What a member can expect, before they say yes.
#[must_use]
pub(crate) fn offer(team: TeamId, plan: &Plan, language: Language) -> Reply {
    let channel = format!("<#{}>", plan.channel);
    let sentences = [
        tr!(language, "intro-offer", weeks = plan.every.weeks(), channel),
        tr!(language, "intro-offer-shown"),
        tr!(language, "intro-offer-ways-out"),
    ];
    Reply::new(sentences.join("\n")).buttons(vec![
        main_button(&Action::Join(team), tr!(language, "intro-yes")),
        button(&Action::Decline(team), tr!(language, "intro-no")),
    ])
}

/// They are in, and when the next round begins.
#[must_use]
pub(crate) fn joined(team: TeamId, next: DateTime<Utc>, language: Language) -> Reply {
    let when = timestamp::weekday_and_time(next);
    Reply::new(tr!(language, "intro-joined", when)).buttons(vec![button(
        &Action::Skip(team),
        tr!(language, "intro-skip"),
    )])
}

/// The answer to *No thanks*.
#[must_use]
pub(crate) fn declined() -> Text {
    text!("intro-declined")
}

/// The answer to `/introductions off`; `were_in` is whether they had said yes.
#[must_use]
pub(crate) fn left(were_in: bool) -> Text {
    if were_in {
        text!("intro-left")
    } else {
        text!("intro-not-in")
    }
}

/// They sit out the next round.
#[must_use]
pub(crate) fn skipped() -> Text {
    text!("intro-skipped")
}

/// Their line about themselves, as others read it.
#[must_use]
pub(crate) fn about_set(about: Option<&AboutLine>) -> Text {
    match about {
        Some(about) => {
            let line = as_typed_within(about.as_str(), 2 * AboutLine::LENGTH);
            text!("intro-about-set", line)
        }
        None => text!("intro-about-deleted"),
    }
}

/// Refuses a line that can't be stored.
#[must_use]
pub(crate) fn bad_about(unfit: UnfitText) -> Refusal {
    Refusal::new(match unfit {
        UnfitText::Empty => text!("intro-about-empty"),
        UnfitText::TooLong { by } => text!("intro-about-too-long", most = AboutLine::LENGTH, by),
    })
}

/// Refuses introductions on a server that makes none.
#[must_use]
pub(crate) fn none_here() -> Refusal {
    Refusal::new(text!("intro-none-here"))
}

/// Refuses introductions to members who asked not to be tracked.
#[must_use]
pub(crate) fn untracked() -> Refusal {
    Refusal::new(text!("intro-untracked"))
}

/// Refuses a button of other people's introduction.
#[must_use]
pub(crate) fn not_yours() -> Refusal {
    Refusal::new(text!("intro-not-yours"))
}

/// Refuses to log a talk with people who are no longer stored.
#[must_use]
pub(crate) fn nobody_left() -> Refusal {
    Refusal::new(text!("intro-nobody-left"))
}

/// The answer to *Not yet*.
#[must_use]
pub(crate) fn not_yet() -> Text {
    text!("intro-no-hurry")
}

/// What the others read when one of them can't: `placed` is where they are now.
#[must_use]
pub(crate) fn told(name: &PersonName, placed: Placed) -> Text {
    match placed {
        Placed::Together => text!("intro-told-rest", name),
        Placed::Joined => text!("intro-told-joined", name),
        Placed::Waiting => text!("intro-told-waiting", name),
        Placed::NextRound => text!("intro-told-next-round", name),
    }
}

/// How the round before this one went, without names.
#[must_use]
pub(crate) fn summary(round: RoundId, counted: RoundCounts, language: Language) -> Reply {
    let RoundCounts { people, pairs, met } = counted;
    let text = tr!(language, "intro-summary", people, pairs, met);
    let offer = button(&Action::Offer(round), tr!(language, "intro-offer-button"));
    let frame = Container::default().text(text).buttons(vec![offer]);
    Reply::default().container(frame)
}

#[cfg(test)]
mod tests;
