//! What people read about encounters.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{CreateButton, CreateModal, CreateSelectMenu, CreateSelectMenuKind};

use super::ago::{at_time, in_words};
use super::invitation::Question;
use super::note::Note;
use super::when::WhenError;
use super::{Amending, Amendment, How, Kept, LogOutcome, MOST_OTHERS, Recorded};
use crate::discord::custom_id::CustomId as _;
use crate::discord::names::Names;
use crate::discord::reply::{Reply, button, form, long_input};
use crate::discord::text::plain;
use crate::encounters::action::Action;
use crate::errors::Refusal;
use crate::ids::{EncounterId, PersonId};
use crate::members::{Member, Unfit};
use crate::ties::view::circle_select;

/// The input that a note is written into.
pub const NOTE: &str = "note";

/// What a member said in `/met`, and what came of it.
#[derive(Debug)]
pub struct Said {
    /// When it was logged.
    pub now: DateTime<Utc>,
    /// Who logged it.
    pub member: Member,
    /// What came of it.
    pub recorded: Recorded,
}

/// The answer to `/met`.
#[must_use]
pub fn logged(said: &Said) -> Reply {
    let verb = match said.recorded.outcome {
        LogOutcome::New | LogOutcome::Repeated => "Logged",
        LogOutcome::Corrected | LogOutcome::NoteFull => "Updated",
        LogOutcome::SaidAgain => "Already logged",
    };
    let text = sentences(verb, &said.recorded.kept, &said.member, said.now);
    let question = if said.recorded.invited {
        Question::Open
    } else {
        Question::Closed
    };
    answer(text, &said.recorded.kept, question)
}

/// The answer to `/met` that reads as `text`, with all that can be done about the encounter.
fn answer(text: String, kept: &Kept, question: Question) -> Reply {
    let encounter = kept.encounter;
    let amend = |step| Action::AmendEncounter { encounter, step };
    let mut buttons = question.buttons(encounter);
    buttons.push(button(&amend(Amending::AskNote), "Add note"));
    buttons.push(undo(kept));
    Reply::new(question.below(text))
        .buttons(buttons)
        .select(who_else(&amend(Amending::People)))
        .select(circle_select(&amend(Amending::Circle), kept.circle()))
}

/// The same answer once the question about nudges is answered; `kept` is the encounter, if it is still
/// there.
#[must_use]
pub fn invitation_answered(
    answered: &str,
    kept: Option<&Kept>,
    member: &Member,
    now: DateTime<Utc>,
) -> Reply {
    let Some(kept) = kept else {
        return Reply::new(answered);
    };
    let text = sentences("Logged", kept, member, now);
    answer(format!("{text}\n\n{answered}"), kept, Question::Closed)
}

/// The same answer after `amendment`.
#[must_use]
pub fn amended(
    kept: &Kept,
    amendment: &Amendment,
    question: Question,
    member: &Member,
    now: DateTime<Utc>,
) -> Reply {
    let text = sentences("Logged", kept, member, now);
    let amended = told(amendment, &kept.names);
    answer(format!("{text}\n**{amended}**"), kept, question)
}

fn told(amendment: &Amendment, names: &Names) -> String {
    match amendment {
        Amendment::Note(_) => "The note is kept.".to_owned(),
        Amendment::People(people) => {
            let people: Vec<_> = people.iter().map(|person| person.person).collect();
            let were = if people.len() == 1 { "was" } else { "were" };
            let people = names.listed(&people);
            format!("{people} {were} there too: it counts for all of you.")
        }
        Amendment::Circle(circle) => format!("You want to be in touch {}.", circle.rhythm()),
    }
}

/// What was understood, and when a nudge about it can come. One paragraph.
fn sentences(verb: &str, kept: &Kept, member: &Member, now: DateTime<Utc>) -> String {
    let (at, zone) = (kept.happened_at, member.schedule.zone);
    let when = in_words(at, now, zone) + &at_time(at, kept.stated, zone);
    let how = kept.how.map(in_passing).unwrap_or_default();
    let others = kept.names.listed(&kept.others());
    let mut text = format!("{verb}: you talked with {others}{how}, {when}.");
    if kept.has_note {
        text.push_str(" Your note is kept, for your eyes only.");
    }
    if let Some(next) = next(kept, member, now) {
        text.push('\n');
        text.push_str(&next);
    }
    text
}

/// The button that takes back the latest thing said about an encounter: its correction, or all of it.
fn undo(kept: &Kept) -> CreateButton {
    let action = match kept.correction {
        Some(correction) => Action::UndoCorrection(correction),
        None => Action::UndoEncounter(kept.encounter),
    };
    button(&action, "Undo")
}

fn who_else(action: &Action) -> CreateSelectMenu {
    let kind = CreateSelectMenuKind::User {
        default_users: None,
    };
    let most = u8::try_from(MOST_OTHERS).unwrap_or(u8::MAX);
    CreateSelectMenu::new(action.encode(), kind)
        .placeholder("Who else was there?")
        .max_values(most)
}

/// Asks for a note; what is written comes as `encounter`'s [`Amending::Note`].
pub fn note_form(encounter: EncounterId) -> CreateModal {
    let step = Amending::Note;
    let most = u16::try_from(Note::LIMIT).unwrap_or(u16::MAX);
    let input = long_input(NOTE, "What do you want to remember?")
        .placeholder("Only you ever see it")
        .max_length(most);
    form(
        &Action::AmendEncounter { encounter, step },
        "Add a note",
        input,
    )
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

/// When a nudge about them can come; nothing, if none ever is, as things stand.
fn next(kept: &Kept, member: &Member, now: DateTime<Utc>) -> Option<String> {
    let day = |at: DateTime<Utc>| at.with_timezone(&member.schedule.zone).format("%a %-d %b");
    let Some(from) = kept.nameable_from() else {
        let stopped = !kept.ties.is_empty() && kept.ties.iter().all(|tie| tie.stopped);
        return stopped.then(|| {
            "No nudge will name them: you stopped nudges about them. `/person` brings those back."
                .to_owned()
        });
    };
    Some(if let Some(nudge) = member.nudge_after(from.max(now)) {
        format!("They can come up in a nudge again on {}.", day(nudge))
    } else if from <= now {
        "They are due already.".to_owned()
    } else {
        format!("They are due again on {}.", day(from))
    })
}

/// The same answer once a correction is undone.
#[must_use]
pub fn restored(kept: &Kept, question: Question, member: &Member, now: DateTime<Utc>) -> Reply {
    answer(
        sentences("Undone. As before", kept, member, now),
        kept,
        question,
    )
}

/// Why nothing is undone.
#[must_use]
pub fn already_undone() -> Refusal {
    Refusal::new(
        "There is nothing left to undo here: it was undone, or changed since. `/person` shows what \
         is logged.",
    )
}

/// Why a note could not be added to the one that is there.
#[must_use]
pub fn note_full() -> Refusal {
    Refusal::new(format!(
        "Your note on that talk is full: it can have {} characters. `/person` has the talk, where \
         you can shorten it.",
        Note::WHOLE
    ))
}

/// In place of the answer to `/met`, once it is undone.
#[must_use]
pub fn undone(
    encounter: EncounterId,
    others: &[PersonId],
    names: &Names,
    question: Question,
) -> Reply {
    let text = format!(
        "Undone: the talk with {} is no longer logged.",
        names.listed(others)
    );
    Reply::new(question.below(text)).buttons(question.buttons(encounter))
}

/// Why a date was not taken; what was typed is shown letter by letter.
#[must_use]
pub fn no_date(error: WhenError) -> Refusal {
    Refusal::said(match error {
        WhenError::Unreadable { shown, day } => WhenError::Unreadable {
            day,
            shown: plain(&shown),
        },
        understood => understood,
    })
}

/// Why nothing could be added to an encounter.
#[must_use]
pub fn gone() -> Refusal {
    Refusal::new("That talk is no longer logged, or someone else logged it. `/met` logs it again.")
}

/// Why these people could not be added.
#[must_use]
pub fn too_many() -> Refusal {
    Refusal::new(format!(
        "A talk can have {MOST_OTHERS} people beside you. Choose fewer."
    ))
}

/// Why somebody named can't have been talked with.
#[must_use]
pub fn unfit(unfit: Unfit) -> Refusal {
    Refusal::new(match unfit {
        Unfit::Oneself => "That is you. Name somebody else you talked with.".to_owned(),
        Unfit::Bot(bot) => format!(
            "{} is a bot. Rapport remembers talks between people: name one of those.",
            bot.text()
        ),
        Unfit::NotInTeam(person) => format!(
            "{} is not on this server. Name somebody who is.",
            person.text()
        ),
    })
}
