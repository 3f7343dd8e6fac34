//! The texts about a member's talks.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{
    CreateButton, CreateModal, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
};

use super::{Fix, OpenTalk, TalkAt, TalkPage, TalkStep};
use crate::calendar::Zone;
use crate::discord::custom_id::CustomId as _;
use crate::discord::layout::Container;
use crate::discord::reply::{Reply, button, form, long_input, main_button, short_input};
use crate::discord::text::{cut, pages};
use crate::encounters::ago::{at_time, date};
use crate::encounters::note::Note;
use crate::encounters::view::how_phrase;
use crate::encounters::when::Precision;
use crate::errors::Refusal;
use crate::ids::PersonId;
use crate::language::Language;
use crate::members::Member;
use crate::people::action::Action;
use crate::people::view::{dated, everybody, heading};
use crate::people::{CardStep, Talk};

/// The modal input for a note.
pub(crate) const NOTE: &str = "note";

/// The modal input for a date.
pub(crate) const WHEN: &str = "when";

/// How many characters of a note a page shows: a message has room for it, the names and the rest.
const PAGE_OF_NOTE: usize = 2000;

/// How many characters of the others' names are shown.
const NAMES_SHOWN: usize = 400;

/// The heading of talks with nobody else left in them.
const WITH_NOBODY_LEFT: &str =
    "The others asked to be forgotten, or took themselves out. Your notes are still yours.";

/// The notice above an opened talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Notice {
    /// None.
    None,
    /// The correction that was just made.
    Fixed(String),
    /// The question whether to delete it.
    AskDelete,
}

/// A page of the talks with a person, below `notice`.
#[must_use]
pub(crate) fn list(page: &TalkPage, member: &Member, notice: &str, now: DateTime<Utc>) -> Reply {
    let with_nobody_left = page.other == PersonId::FORGOTTEN;
    let back = if with_nobody_left {
        vec![everybody()]
    } else {
        let step = CardStep::Show;
        let back = Action::OnCard {
            other: page.other,
            step,
        };
        vec![button(&back, "Back to the person")]
    };
    let zone = member.schedule.zone;
    let frame = Container::default().text(format!(
        "## Talks with {}",
        page.name.text(Language::default())
    ));
    if page.talks.is_empty() {
        let frame = frame.text("None are logged.").buttons(back);
        return Reply::new(notice).container(frame);
    }
    let lines: Vec<_> = page.talks.iter().map(|it| line(it, member, now)).collect();
    let why = if with_nobody_left {
        WITH_NOBODY_LEFT
    } else {
        ""
    };
    let number = match page.of {
        1 => String::new(),
        of => format!("-# Page {} of {of}", page.number),
    };
    let frame = frame
        .text(why)
        .text(lines.join("\n"))
        .text(number)
        .select(talk_select(page, zone))
        .buttons(page_buttons(page))
        .buttons(back);
    Reply::new(notice).container(frame)
}

fn line(talk: &Talk, member: &Member, now: DateTime<Utc>) -> String {
    let by = if talk.logged_by == member.person {
        ""
    } else {
        " · logged by them"
    };
    let note = if talk.note.is_some() {
        " · your note"
    } else {
        ""
    };
    format!("{}{by}{note}", heading(talk, now, member.schedule.zone))
}

fn talk_select(page: &TalkPage, zone: Zone) -> CreateSelectMenu {
    let option = |talk: &Talk| {
        let how = talk.how.map(how_phrase).unwrap_or_default();
        let label = format!("{}{how}", dated(talk, zone));
        CreateSelectMenuOption::new(label, talk.encounter.to_string())
    };
    let options = page.talks.iter().map(option).collect();
    let action = Action::OpenTalk { other: page.other };
    CreateSelectMenu::new(action.encode(), CreateSelectMenuKind::String { options })
        .placeholder("Open a talk")
}

fn page_buttons(page: &TalkPage) -> Vec<CreateButton> {
    if page.of == 1 {
        return Vec::new();
    }
    let page_button = |label: &str, number: usize, possible: bool| {
        button(&to_page(page.other, number), label).disabled(!possible)
    };
    vec![
        page_button("Back", page.number.saturating_sub(1), page.number > 1),
        page_button("Next", page.number + 1, page.number < page.of),
    ]
}

fn to_page(other: PersonId, page: usize) -> Action {
    Action::ShowTalksPage { other, page }
}

/// An opened talk, below `notice`.
#[must_use]
pub(crate) fn talk(opened: &OpenTalk, at: TalkAt, member: &Member, notice: &Notice) -> Reply {
    let talk = &opened.talk;
    let note = talk
        .note
        .as_ref()
        .map(|note| pages(note.as_str(), PAGE_OF_NOTE));
    let of = note.as_ref().map_or(1, Vec::len);
    let at = TalkAt {
        page: at.page.clamp(1, of),
        ..at
    };
    let facts = format!(
        "With: {}\nHow: {}\nLogged by: {}",
        others(opened),
        talk.how.map_or("not said", |how| how.as_str()),
        logger(talk, member)
    );
    let frame = Container::default()
        .text(format!("## Talk of {}", dated(talk, member.schedule.zone)))
        .text(facts)
        .separator();
    let frame = match note.as_ref().and_then(|pages| pages.get(at.page - 1)) {
        Some(page) => {
            let pages = if of > 1 {
                format!(", page {} of {of}", at.page)
            } else {
                String::new()
            };
            let whose = format!("-# Above is your note{pages}. Only you see it.");
            frame.text(page).text(whose)
        }
        None => frame.text("You have no note on it."),
    };
    let above = match notice {
        Notice::None => "",
        Notice::Fixed(notice) => notice,
        Notice::AskDelete => "Delete this talk? It then counts for nobody, and all notes on it go.",
    };
    let frame = if *notice == Notice::AskDelete {
        frame.buttons(vec![
            main_button(&on(at, TalkStep::Delete), "Yes, delete it"),
            button(&on(at, TalkStep::Read), "Keep it"),
        ])
    } else {
        frame
            .buttons(fixes(talk, at, member))
            .buttons(note_page_buttons(at, of))
            .buttons(vec![button(&to_page(at.other, 1), "All talks")])
    };
    Reply::new(above).container(frame)
}

fn others(opened: &OpenTalk) -> String {
    let names = opened.names.listed(&opened.others).to(Language::default());
    cut(&names, NAMES_SHOWN)
}

fn logger(talk: &Talk, member: &Member) -> String {
    if talk.logged_by == member.person {
        return "you".to_owned();
    }
    talk.logger.text(Language::default())
}

fn fixes(talk: &Talk, at: TalkAt, member: &Member) -> Vec<CreateButton> {
    let note = if talk.note.is_some() {
        "Change note"
    } else {
        "Add note"
    };
    let note = button(&on(at, TalkStep::AskNote), note);
    if talk.logged_by == member.person {
        vec![
            note,
            button(&on(at, TalkStep::AskDate), "Change date"),
            button(&on(at, TalkStep::AskDelete), "Delete"),
        ]
    } else {
        vec![note, button(&on(at, TalkStep::Absent), "I wasn't there")]
    }
}

fn note_page_buttons(at: TalkAt, of: usize) -> Vec<CreateButton> {
    if of == 1 {
        return Vec::new();
    }
    let page_button = |label: &str, page: usize, possible: bool| {
        button(&on(TalkAt { page, ..at }, TalkStep::Read), label).disabled(!possible)
    };
    vec![
        page_button("Back", at.page.saturating_sub(1), at.page > 1),
        page_button("Next", at.page + 1, at.page < of),
    ]
}

fn on(at: TalkAt, step: TalkStep) -> Action {
    Action::OnTalk { at, step }
}

/// Asks for the note; the form contains the present one.
pub(crate) fn note_form(at: TalkAt, opened: &OpenTalk) -> CreateModal {
    let note = opened.talk.note.as_ref().map_or("", Note::as_str);
    let most = u16::try_from(Note::WHOLE).unwrap_or(u16::MAX);
    let mut input = long_input(NOTE, "What do you want to remember?")
        .placeholder("Only you ever see it. Left empty, there is no note")
        .max_length(most)
        .required(false);
    if !note.is_empty() {
        input = input.value(note);
    }
    form(&on(at, TalkStep::Note), "Your note", input)
}

/// Asks for the date; the form contains the present one.
pub(crate) fn date_form(at: TalkAt, opened: &OpenTalk, member: &Member) -> CreateModal {
    let day = opened.talk.happened_at.with_timezone(&member.schedule.zone);
    let shown = match opened.talk.stated {
        Some(Precision::Time) => "%Y-%m-%d %H:%M",
        Some(Precision::Day) | None => "%Y-%m-%d",
    };
    let input = short_input(WHEN, "When was it?")
        .placeholder("yesterday, last friday, 20 Nov 14:00")
        .max_length(100)
        .value(day.format(shown).to_string());
    form(&on(at, TalkStep::Date), "Change the date", input)
}

/// The correction of the talk of `before`, in words.
#[must_use]
pub(crate) fn fixed(fix: &Fix, before: DateTime<Utc>, zone: Zone) -> String {
    let before = date(before, zone);
    match fix {
        Fix::Note(Some(_)) => "Your note is kept.".to_owned(),
        Fix::Note(None) => "Your note is deleted.".to_owned(),
        Fix::Date(when) => {
            let time = at_time(when.at, Some(when.precision), zone);
            format!("The date is now {}{time}.", date(when.at, zone))
        }
        Fix::Delete => format!("The talk of {before} is deleted."),
        Fix::Absent => {
            format!("You are no longer in the talk of {before}, and it no longer counts for you.")
        }
    }
}

/// Refuses a talk that is gone or not the member's.
#[must_use]
pub(crate) fn gone() -> Refusal {
    Refusal::new(
        "That talk is no longer logged, or it isn't yours to change. `/person` shows what is logged.",
    )
}
