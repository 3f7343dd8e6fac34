//! What people read about encounters.

use chrono::{DateTime, Utc};
use poise::serenity_prelude::CreateButton;

use super::ago::in_words;
use super::when::WhenError;
use super::{How, LogOutcome, NewEncounter, Recorded};
use crate::discord::action::Action;
use crate::discord::reply::{Reply, button};
use crate::discord::text::{listed, mention, plain};
use crate::errors::Refusal;
use crate::ids::{EncounterId, PersonId};
use crate::members::{Member, Unfit};
use crate::nudges;

/// What a member said in `/met`, and what came of it.
#[derive(Debug)]
pub struct Said {
    /// When it was logged.
    pub now: DateTime<Utc>,
    /// Who logged it.
    pub member: Member,
    /// What they said.
    pub new: NewEncounter,
    /// What came of it.
    pub recorded: Recorded,
}

/// The answer to `/met`.
#[must_use]
pub fn logged(said: &Said) -> Reply {
    let zone = said.member.schedule.zone;
    let verb = match said.recorded.logged.outcome {
        LogOutcome::New | LogOutcome::Repeated => "Logged",
        LogOutcome::Corrected => "Updated",
    };
    let when = in_words(said.recorded.logged.happened_at, said.now, zone);
    let how = said.new.how.map(in_passing).unwrap_or_default();
    let mut text = format!(
        "{verb}: you talked with {}{how}, {when}.",
        listed(&said.new.others)
    );
    if said.new.note.is_some() {
        text.push_str(" Your note is kept, for your eyes only.");
    }
    if let Some(due) = said.recorded.due {
        text.push('\n');
        text.push_str(&next(said, due));
    }
    let encounter = said.recorded.logged.encounter;
    if said.recorded.invited {
        nudges::view::invitation(text, encounter)
    } else {
        Reply::new(text).buttons(vec![undo(encounter)])
    }
}

/// The button that takes an encounter back.
pub fn undo(encounter: EncounterId) -> CreateButton {
    button(&Action::UndoEncounter(encounter), "Undo")
}

/// How, said in passing: with the blank before it.
#[must_use]
pub fn in_passing(how: How) -> &'static str {
    match how {
        How::InPerson => " in person",
        How::Call => " on a call",
        How::Chat => " in a chat",
        How::Coffee => " over coffee",
        How::Pairing => " while pairing",
        How::Other => "",
    }
}

fn next(said: &Said, due: DateTime<Utc>) -> String {
    let zone = said.member.schedule.zone;
    if said.member.is_joined() {
        let nudge = said.member.schedule.next_after(due.max(said.now)).at;
        let day = nudge.with_timezone(&zone).format("%a %-d %b");
        format!("They can come up in a nudge again on {day}.")
    } else if due <= said.now {
        "They are due already.".to_owned()
    } else {
        let day = due.with_timezone(&zone).format("%a %-d %b");
        format!("They are due again on {day}.")
    }
}

/// In place of the answer to `/met`, once it is undone.
#[must_use]
pub fn undone(others: &[PersonId]) -> Reply {
    Reply::new(format!(
        "Undone: the talk with {} is no longer logged.",
        listed(others)
    ))
}

/// Why a date was not taken; what was typed is shown letter by letter.
#[must_use]
pub fn no_date(error: WhenError) -> Refusal {
    Refusal::said(match error {
        WhenError::Unreadable { shown } => WhenError::Unreadable {
            shown: plain(&shown),
        },
        understood => understood,
    })
}

/// Why somebody named can't have been talked with.
#[must_use]
pub fn unfit(unfit: Unfit) -> Refusal {
    Refusal::new(match unfit {
        Unfit::Oneself => "That is you. Name somebody else you talked with.".to_owned(),
        Unfit::Bot(bot) => format!(
            "{} is a bot. Rapport remembers talks between people: name one of those.",
            mention(bot)
        ),
        Unfit::NotInTeam(person) => format!(
            "{} is not on this server. Name somebody who is.",
            mention(person)
        ),
    })
}
