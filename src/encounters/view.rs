//! The texts about encounters.

mod question;

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{CreateButton, CreateModal, CreateSelectMenu, CreateSelectMenuKind};

use question::Question;

use super::ago::{at_time, in_words};
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
use crate::language::Language;
use crate::members::{Member, Unfit};
use crate::ties::view::circle_select;

/// The modal input for a note.
pub(crate) const NOTE: &str = "note";

/// What the answer to `/met` is built from.
#[derive(Debug)]
pub(crate) struct LoggedTalk {
    /// When the member logged it.
    pub now: DateTime<Utc>,
    /// The member who logged it.
    pub member: Member,
    /// What logging stored.
    pub recorded: Recorded,
}

/// The answer to `/met`.
#[must_use]
pub(crate) fn logged(talk: &LoggedTalk) -> Reply {
    let verb = match talk.recorded.outcome {
        LogOutcome::New | LogOutcome::Repeated => "Logged",
        LogOutcome::Corrected | LogOutcome::NoteFull => "Updated",
        LogOutcome::SaidAgain => "Already logged",
    };
    let text = sentences(verb, &talk.recorded.kept, &talk.member, talk.now);
    let question = if talk.recorded.invited {
        Question::Open
    } else {
        Question::Closed
    };
    answer(text, &talk.recorded.kept, question)
}

/// The answer to `/met` with this text, and everything the logger can do about the encounter.
fn answer(text: String, kept: &Kept, question: Question) -> Reply {
    let encounter = kept.encounter;
    let amend = |step| Action::AmendEncounter { encounter, step };
    let mut buttons = question.buttons(encounter);
    buttons.push(button(&amend(Amending::AskNote), "Add note"));
    buttons.push(undo(kept));
    Reply::new(question.below(text))
        .buttons(buttons)
        .select(who_else(&amend(Amending::People)))
        .select(circle_select(
            &amend(Amending::Circle),
            kept.circle(),
            Language::default(),
        ))
}

/// The same answer after the member answered the question about nudges; `kept` is `None` if the
/// encounter was deleted.
#[must_use]
pub(crate) fn invitation_answered(
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
pub(crate) fn amended(
    kept: &Kept,
    amendment: &Amendment,
    member: &Member,
    now: DateTime<Utc>,
) -> Reply {
    let text = sentences("Logged", kept, member, now);
    let amended = amendment_text(amendment, &kept.names);
    let question = Question::of(member, kept.encounter);
    answer(format!("{text}\n**{amended}**"), kept, question)
}

fn amendment_text(amendment: &Amendment, names: &Names) -> String {
    match amendment {
        Amendment::Note(_) => "The note is kept.".to_owned(),
        Amendment::People(people) => {
            let people: Vec<_> = people.iter().map(|person| person.person).collect();
            let were = if people.len() == 1 { "was" } else { "were" };
            let people = names.listed(&people).to(Language::default());
            format!("{people} {were} there too: it counts for all of you.")
        }
        Amendment::Circle(circle) => format!(
            "You want to be in touch {}.",
            circle.rhythm().to(Language::default())
        ),
    }
}

/// What Rapport understood, and when a nudge about it can come. One paragraph.
fn sentences(verb: &str, kept: &Kept, member: &Member, now: DateTime<Utc>) -> String {
    let (at, zone) = (kept.happened_at, member.schedule.zone);
    let when = in_words(at, now, zone) + &at_time(at, kept.stated, zone);
    let how = kept.how.map(how_phrase).unwrap_or_default();
    let others = kept.names.listed(&kept.others()).to(Language::default());
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

/// The button that undoes the latest correction, or deletes the encounter if there is none.
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

/// Asks for a note; the modal answers with [`Amending::Note`] of `encounter`.
pub(crate) fn note_form(encounter: EncounterId) -> CreateModal {
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

/// How they talked, to put into a sentence; starts with a blank.
#[must_use]
pub(crate) fn how_phrase(how: How) -> &'static str {
    match how {
        How::InPerson => " in person",
        How::Call => " on a call",
        How::Chat => " in a chat",
        How::Coffee => " over coffee",
        How::Pairing => " while pairing",
        How::Other => "",
    }
}

/// When a nudge about them can come; `None` if none can, as things stand.
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

/// The same answer after a correction is undone.
#[must_use]
pub(crate) fn restored(kept: &Kept, member: &Member, now: DateTime<Utc>) -> Reply {
    let text = sentences("Undone. As before", kept, member, now);
    answer(text, kept, Question::of(member, kept.encounter))
}

/// Refuses an undo that was done before.
#[must_use]
pub(crate) fn already_undone() -> Refusal {
    Refusal::new(
        "There is nothing left to undo here: it was undone, or changed since. `/person` shows what \
         is logged.",
    )
}

/// Refuses a note that does not fit to the stored one.
#[must_use]
pub(crate) fn note_full() -> Refusal {
    Refusal::new(format!(
        "Your note on that talk is full: it can have {} characters. `/person` has the talk, where \
         you can shorten it.",
        Note::WHOLE
    ))
}

/// Replaces the answer to `/met` after the undo.
#[must_use]
pub(crate) fn undone(
    encounter: EncounterId,
    others: &[PersonId],
    names: &Names,
    member: &Member,
) -> Reply {
    let question = Question::of(member, encounter);
    let text = format!(
        "Undone: the talk with {} is no longer logged.",
        names.listed(others).to(Language::default())
    );
    Reply::new(question.below(text)).buttons(question.buttons(encounter))
}

/// Refuses a date; shows what was typed, escaped.
#[must_use]
pub(crate) fn bad_date(error: WhenError) -> Refusal {
    Refusal::from_rule(match error {
        WhenError::Unreadable { shown, day } => WhenError::Unreadable {
            day,
            shown: plain(&shown),
        },
        understood => understood,
    })
}

/// Refuses to add to an encounter that is gone.
#[must_use]
pub(crate) fn gone() -> Refusal {
    Refusal::new("That talk is no longer logged, or someone else logged it. `/met` logs it again.")
}

/// Refuses to add more people than fit.
#[must_use]
pub(crate) fn too_many() -> Refusal {
    Refusal::new(format!(
        "A talk can have {MOST_OTHERS} people beside you. Choose fewer."
    ))
}

/// Refuses people who can't be logged as talked with.
#[must_use]
pub(crate) fn unfit(unfit: Unfit) -> Refusal {
    Refusal::new(match unfit {
        Unfit::Oneself => "That is you. Name somebody else you talked with.".to_owned(),
        Unfit::Bot(bot) => format!(
            "{} is a bot. Rapport remembers talks between people: name one of those.",
            bot.text(Language::default())
        ),
        Unfit::NotInTeam(person) => format!(
            "{} is not on this server. Name somebody who is.",
            person.text(Language::default())
        ),
    })
}
