//! The texts about encounters.

mod question;

use chrono::{DateTime, Datelike as _, Utc};
use poise::serenity_prelude as serenity;
use serenity::{CreateButton, CreateModal, CreateSelectMenu, CreateSelectMenuKind};
use strum::IntoStaticStr;

use question::Question;

use super::note::{Note, NoteError};
use super::{Amending, Amendment, How, LogOutcome, LoggedEncounter, MOST_OTHERS, Recorded};
use crate::calendar::Zone;
use crate::discord::custom_id::CustomId as _;
use crate::discord::names::Names;
use crate::discord::reply::{Reply, button, form, long_input};
use crate::discord::text::timestamp;
use crate::encounters::action::Action;
use crate::errors::Refusal;
use crate::ids::{EncounterId, PersonId};
use crate::language::{Argument, Language, Text, text, tr};
use crate::members::{Member, Unfit};
use crate::ties::Tie;
use crate::ties::view::{circle_select, kind_select};
use crate::when::{Precision, WhenError};

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

/// How the answer to `/met` begins: the word by which its text chooses.
#[derive(Debug, Clone, Copy, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
enum Beginning {
    Logged,
    Updated,
    SaidAgain,
    Restored,
}

/// Refuses to log a talk whose words are no longer there.
pub(crate) fn typed_gone() -> Refusal {
    Refusal::new(text!("talk-typed-gone"))
}

/// The answer to `/met`.
#[must_use]
pub(crate) fn logged(talk: &LoggedTalk, language: Language) -> Reply {
    let beginning = match talk.recorded.outcome {
        LogOutcome::New | LogOutcome::Repeated => Beginning::Logged,
        LogOutcome::Corrected | LogOutcome::NoteFull => Beginning::Updated,
        LogOutcome::SaidAgain => Beginning::SaidAgain,
    };
    let text = sentences(
        beginning,
        &talk.recorded.logged,
        &talk.member,
        talk.now,
        language,
    );
    let question = if talk.recorded.invited {
        Question::Open
    } else {
        Question::Closed
    };
    answer(text, &talk.recorded.logged, question, language)
}

/// The answer to `/met` with this text, and everything the logger can do about the encounter.
fn answer(text: String, logged: &LoggedEncounter, question: Question, language: Language) -> Reply {
    let encounter = logged.encounter;
    let amend = |step| Action::AmendEncounter { encounter, step };
    let mut buttons = question.buttons(encounter, language);
    buttons.push(button(
        &amend(Amending::AskNote),
        tr!(language, "met-add-note"),
    ));
    buttons.push(undo(logged, language));
    let circles = circle_select(&amend(Amending::Circle), logged.circle(), language);
    let reply = Reply::new(question.below(text, language)).buttons(buttons);
    let reply = if logged.is_with_contact() {
        reply
    } else {
        reply.select(who_else(&amend(Amending::People), language))
    };
    let reply = match logged.only_tie() {
        Some(tie) => reply.select(kind_select(&amend(Amending::Kind), tie.kind, language)),
        None => reply,
    };
    reply.select(circles)
}

/// The same answer after the member answered a question below it; `logged` is `None` if the encounter
/// was deleted.
#[must_use]
pub(crate) fn question_answered(
    answered: &str,
    logged: Option<&LoggedEncounter>,
    member: &Member,
    now: DateTime<Utc>,
    language: Language,
) -> Reply {
    let Some(logged) = logged else {
        return Reply::new(answered);
    };
    let text = sentences(Beginning::Logged, logged, member, now, language);
    answer(
        format!("{text}\n\n{answered}"),
        logged,
        Question::Closed,
        language,
    )
}

/// The same answer after `amendment`.
#[must_use]
pub(crate) fn amended(
    logged: &LoggedEncounter,
    amendment: &Amendment,
    member: &Member,
    now: DateTime<Utc>,
    language: Language,
) -> Reply {
    let text = sentences(Beginning::Logged, logged, member, now, language);
    let amended = amendment_text(amendment, &logged.names).to(language);
    let question = Question::of(member, logged.encounter);
    answer(format!("{text}\n**{amended}**"), logged, question, language)
}

fn amendment_text(amendment: &Amendment, names: &Names) -> Text {
    match amendment {
        Amendment::Note(_) => text!("met-added-note"),
        Amendment::People(people) => {
            let people: Vec<_> = people.iter().map(|person| person.person).collect();
            let count = people.len();
            text!("met-added-people", count, people = names.listed(&people))
        }
        Amendment::Circle(circle) => text!("met-added-circle", rhythm = circle.rhythm()),
        Amendment::Kind(Some(kind)) => text!("met-added-kind", kind = kind.label()),
        Amendment::Kind(None) => text!("met-added-no-kind"),
    }
}

/// What Rapport understood, and when a nudge about it can come. One paragraph.
fn sentences(
    beginning: Beginning,
    logged: &LoggedEncounter,
    member: &Member,
    now: DateTime<Utc>,
    language: Language,
) -> String {
    let outcome: &str = beginning.into();
    let others = logged.names.listed(&logged.others());
    let when = when(logged, member.schedule.zone, now, language);
    let talked = match logged.how.and_then(How::phrase) {
        Some(how) => tr!(language, "met-talked-how", outcome, others, how, when),
        None => tr!(language, "met-talked", outcome, others, when),
    };
    let note = logged.has_note.then(|| tr!(language, "met-note-kept"));
    let sentences: Vec<_> = std::iter::once(talked).chain(note).collect();
    let mut text = language.sentences(&sentences);
    if let Some(next) = next(logged, member, now) {
        text.push('\n');
        text.push_str(&next.to(language));
    }
    text
}

/// When they talked, as precisely as the member said it. A day without a time is the member's own,
/// so it stays words: Discord would show another one to readers elsewhere.
fn when(logged: &LoggedEncounter, zone: Zone, now: DateTime<Utc>, language: Language) -> Argument {
    let at = logged.happened_at;
    match logged.stated {
        None => timestamp::relative(at).into(),
        Some(Precision::Time) => text!("talked-at", time = timestamp::weekday_and_time(at)).into(),
        Some(Precision::Day) => {
            let (day, today) = (at.with_timezone(&zone), now.with_timezone(&zone));
            let (day, today) = (day.date_naive(), today.date_naive());
            let day = match (today - day).num_days() {
                0 => text!("talked-today"),
                1 => text!("talked-yesterday"),
                _ if day.year() == today.year() => text!("talked-on", day = language.day(day)),
                _ => text!("talked-on", day = language.day_and_year(day)),
            };
            day.into()
        }
    }
}

/// The button that undoes the latest correction, or deletes the encounter if there is none.
fn undo(logged: &LoggedEncounter, language: Language) -> CreateButton {
    let action = match logged.correction {
        Some(correction) => Action::UndoCorrection(correction),
        None => Action::UndoEncounter(logged.encounter),
    };
    button(&action, tr!(language, "met-undo"))
}

fn who_else(action: &Action, language: Language) -> CreateSelectMenu {
    let kind = CreateSelectMenuKind::User {
        default_users: None,
    };
    let most = u8::try_from(MOST_OTHERS).unwrap_or(u8::MAX);
    CreateSelectMenu::new(action.encode(), kind)
        .placeholder(tr!(language, "met-who-else"))
        .max_values(most)
}

/// Asks for a note; the modal answers with [`Amending::Note`] of `encounter`.
pub(crate) fn note_form(encounter: EncounterId, language: Language) -> CreateModal {
    let step = Amending::Note;
    let most = u16::try_from(Note::LIMIT).unwrap_or(u16::MAX);
    let input = long_input(NOTE, &tr!(language, "note-form-question"))
        .placeholder(tr!(language, "note-form-hint"))
        .max_length(most);
    form(
        &Action::AmendEncounter { encounter, step },
        &tr!(language, "note-form"),
        input,
    )
}

/// When a nudge about them can come; `None` if none can, as things stand.
fn next(logged: &LoggedEncounter, member: &Member, now: DateTime<Utc>) -> Option<Text> {
    let Some(from) = logged.nameable_from() else {
        return no_nudge(&logged.ties);
    };
    Some(if let Some(nudge) = member.nudge_after(from.max(now)) {
        text!("met-next-nudge", when = timestamp::weekday_and_time(nudge))
    } else if from <= now {
        text!("met-due-already")
    } else {
        text!("met-due-again", date = timestamp::date(from))
    })
}

/// Why no nudge names any of them, if the member wished so.
fn no_nudge(ties: &[Tie]) -> Option<Text> {
    if ties.is_empty() {
        None
    } else if ties.iter().all(|tie| tie.apart) {
        Some(text!("met-apart"))
    } else if ties.iter().all(|tie| tie.stopped) {
        Some(text!("met-stopped"))
    } else {
        None
    }
}

/// The same answer after a correction is undone.
#[must_use]
pub(crate) fn restored(
    logged: &LoggedEncounter,
    member: &Member,
    now: DateTime<Utc>,
    language: Language,
) -> Reply {
    let text = sentences(Beginning::Restored, logged, member, now, language);
    let question = Question::of(member, logged.encounter);
    answer(text, logged, question, language)
}

/// Refuses an undo that was done before.
#[must_use]
pub(crate) fn already_undone() -> Refusal {
    Refusal::new(text!("undo-nothing"))
}

/// Refuses a note that does not fit to the stored one.
#[must_use]
pub(crate) fn note_full() -> Refusal {
    Refusal::new(text!("note-full", most = Note::WHOLE))
}

/// Replaces the answer to `/met` after the undo.
#[must_use]
pub(crate) fn undone(
    encounter: EncounterId,
    others: &[PersonId],
    names: &Names,
    member: &Member,
    language: Language,
) -> Reply {
    let question = Question::of(member, encounter);
    let text = tr!(language, "met-undone", others = names.listed(others));
    Reply::new(question.below(text, language)).buttons(question.buttons(encounter, language))
}

/// Refuses a date.
#[must_use]
pub(crate) fn bad_date(error: &WhenError, language: Language) -> Refusal {
    Refusal::new(error.sentence(language))
}

/// Refuses a note.
#[must_use]
pub(crate) fn bad_note(error: NoteError) -> Refusal {
    Refusal::new(error.sentence())
}

/// Refuses to add to an encounter that is gone.
#[must_use]
pub(crate) fn gone() -> Refusal {
    Refusal::new(text!("talk-gone"))
}

/// Refuses to add more people than fit.
#[must_use]
pub(crate) fn too_many() -> Refusal {
    Refusal::new(text!("talk-too-many", most = MOST_OTHERS))
}

/// Refuses to say what the others are to the logger if there are several, or none.
#[must_use]
pub(crate) fn not_one() -> Refusal {
    Refusal::new(text!("talk-not-with-one"))
}

/// Refuses what is about a contact who is no longer in the person's list.
#[must_use]
pub(crate) fn contact_gone() -> Refusal {
    Refusal::new(text!("contact-gone"))
}

/// Refuses people who can't be logged as talked with.
#[must_use]
pub(crate) fn unfit(unfit: Unfit) -> Refusal {
    Refusal::new(match unfit {
        Unfit::Oneself => text!("talk-with-yourself"),
        Unfit::Bot(bot) => text!("talk-with-bot", name = &bot),
        Unfit::NotInTeam(person) => text!("talk-with-stranger", name = &person),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::limits::assert_form;
    use strum::IntoEnumIterator as _;

    #[test]
    fn the_form_fits_in_every_language() {
        for language in Language::iter() {
            assert_form(&note_form(EncounterId(i64::MAX), language));
        }
    }
}
