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
use crate::discord::reply::{
    Reply, button, form, long_input, main_button, page_buttons, short_input,
};
use crate::discord::text::{cut, pages};
use crate::encounters::note::Note;
use crate::errors::Refusal;
use crate::ids::PersonId;
use crate::language::{Language, Text, text, tr};
use crate::members::Member;
use crate::people::action::Action;
use crate::people::view::dates::{as_stated, dated, dated_label, day, heading};
use crate::people::view::everybody;
use crate::people::{CardStep, PastTalk};
use crate::when::Precision;

/// The modal input for a note.
pub(crate) const NOTE: &str = "note";

/// The modal input for a date.
pub(crate) const WHEN: &str = "when";

/// How many characters of a note a page shows: a message has room for it, the names and the rest.
const PAGE_OF_NOTE: usize = 2000;

/// How many characters of the others' names are shown.
const NAMES_SHOWN: usize = 400;

/// The notice above an opened talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Notice {
    /// None.
    None,
    /// The correction that was just made.
    Fixed(Text),
    /// The question whether to delete it.
    AskDelete,
}

/// A page of the talks with a person, below `notice`.
#[must_use]
pub(crate) fn list(
    page: &TalkPage,
    member: &Member,
    notice: Option<&Text>,
    language: Language,
) -> Reply {
    let with_nobody_left = page.other == PersonId::FORGOTTEN;
    let back = if with_nobody_left {
        everybody(language)
    } else {
        let step = CardStep::Show;
        let back = Action::OnCard {
            other: page.other,
            step,
        };
        button(&back, tr!(language, "talks-to-person"))
    };
    let title = tr!(language, "talks-title", name = &page.name);
    let notice = Reply::new(notice.map(|it| it.to(language)).unwrap_or_default());
    let frame = Container::default().text(format!("## {title}"));
    if page.talks.is_empty() {
        let frame = frame.text(tr!(language, "talks-none")).buttons(vec![back]);
        return notice.container(frame);
    }
    let talks = page.talks.iter();
    let lines: Vec<_> = talks.map(|it| line(it, member, language)).collect();
    let frame = if with_nobody_left {
        frame.text(tr!(language, "talks-with-nobody-left"))
    } else {
        frame
    };
    let frame = frame.text(lines.join("\n"));
    let frame = match page.of {
        1 => frame,
        pages => {
            let number = tr!(language, "people-page", page = page.number, pages);
            frame.text(format!("-# {number}"))
        }
    };
    let buttons = page_buttons(page.number, page.of, language, |number| {
        to_page(page.other, number)
    });
    let frame = frame
        .select(talk_select(page, member.schedule.zone, language))
        .buttons(buttons)
        .buttons(vec![back]);
    notice.container(frame)
}

fn line(talk: &PastTalk, member: &Member, language: Language) -> String {
    let by_them = !talk.is_deleted_by(member.person);
    let facts = [
        by_them.then(|| tr!(language, "talks-logged-by-them")),
        talk.note.as_ref().map(|_| tr!(language, "talks-with-note")),
    ];
    let heading = heading(talk, member.schedule.zone, language);
    let all: Vec<_> = std::iter::once(heading)
        .chain(facts.into_iter().flatten())
        .collect();
    all.join(" · ")
}

fn talk_select(page: &TalkPage, zone: Zone, language: Language) -> CreateSelectMenu {
    let option = |talk: &PastTalk| {
        let when = dated_label(talk, zone, language);
        let label = match talk.way() {
            Some(how) => format!("{when} · {}", how.to(language)),
            None => when,
        };
        CreateSelectMenuOption::new(label, talk.encounter.to_string())
    };
    let options = page.talks.iter().map(option).collect();
    let action = Action::OpenTalk { other: page.other };
    CreateSelectMenu::new(action.encode(), CreateSelectMenuKind::String { options })
        .placeholder(tr!(language, "talks-open"))
}

fn to_page(other: PersonId, page: usize) -> Action {
    Action::ShowTalksPage { other, page }
}

/// An opened talk, below `notice`.
#[must_use]
pub(crate) fn talk(
    opened: &OpenTalk,
    at: TalkAt,
    member: &Member,
    notice: &Notice,
    language: Language,
) -> Reply {
    let note = opened.talk.note.as_ref();
    let pages = note.map_or_else(Vec::new, |note| pages(note.as_str(), PAGE_OF_NOTE));
    let of = pages.len().max(1);
    let at = TalkAt {
        page: at.page.clamp(1, of),
        ..at
    };
    let frame = facts(opened, member, language).separator();
    let frame = with_note(frame, &pages, at.page, language);
    let above = match notice {
        Notice::None => String::new(),
        Notice::Fixed(fixed) => fixed.to(language),
        Notice::AskDelete => tr!(language, "talk-delete-question"),
    };
    let rows = match notice {
        Notice::AskDelete => vec![delete_buttons(at, language)],
        Notice::None | Notice::Fixed(_) => vec![
            fixes(&opened.talk, at, member, language),
            page_buttons(at.page, of, language, |page| {
                on(TalkAt { page, ..at }, TalkStep::Read)
            }),
            vec![button(&to_page(at.other, 1), tr!(language, "talk-all"))],
        ],
    };
    Reply::new(above).container(rows.into_iter().fold(frame, Container::buttons))
}

/// When it was, and what else is known besides the note.
fn facts(opened: &OpenTalk, member: &Member, language: Language) -> Container {
    let talk = &opened.talk;
    let when = dated(talk, member.schedule.zone, language);
    let title = tr!(language, "talk-title", when);
    let facts = [
        tr!(language, "talk-people", people = others(opened, language)),
        tr!(language, "talk-how", how = how(talk)),
        logger(talk, member).to(language),
    ];
    Container::default()
        .text(format!("## {title}"))
        .text(facts.join("\n"))
}

/// Adds this page of the note to `frame`, or that there is none.
fn with_note(frame: Container, pages: &[String], page: usize, language: Language) -> Container {
    let Some(text) = pages.get(page - 1) else {
        return frame.text(tr!(language, "talk-no-note"));
    };
    let whose = match pages.len() {
        1 => tr!(language, "talk-note"),
        pages => tr!(language, "talk-note-page", page, pages),
    };
    frame.text(text).text(format!("-# {whose}"))
}

fn delete_buttons(at: TalkAt, language: Language) -> Vec<CreateButton> {
    let (yes, no) = (on(at, TalkStep::Delete), on(at, TalkStep::Read));
    vec![
        main_button(&yes, tr!(language, "talk-delete-yes")),
        button(&no, tr!(language, "talk-delete-no")),
    ]
}

fn others(opened: &OpenTalk, language: Language) -> String {
    let names = opened.names.listed(&opened.others).to(language);
    cut(&names, NAMES_SHOWN)
}

fn how(talk: &PastTalk) -> Text {
    let otherwise = match talk.how {
        Some(_) => text!("talk-how-other"),
        None => text!("talk-how-unknown"),
    };
    talk.way().unwrap_or(otherwise)
}

fn logger(talk: &PastTalk, member: &Member) -> Text {
    if talk.minutes.is_some() {
        text!("talk-logged-by-voice")
    } else if talk.logged_by == member.person {
        text!("talk-logged-by-you")
    } else {
        text!("talk-logged-by", name = &talk.logger)
    }
}

fn fixes(talk: &PastTalk, at: TalkAt, member: &Member, language: Language) -> Vec<CreateButton> {
    let press = |step, label: Text| button(&on(at, step), label.to(language));
    let note = if talk.note.is_some() {
        text!("talk-change-note")
    } else {
        text!("talk-add-note")
    };
    let note = press(TalkStep::AskNote, note);
    if talk.minutes.is_some() {
        vec![note, press(TalkStep::AskDelete, text!("talk-delete"))]
    } else if talk.logged_by == member.person {
        vec![
            note,
            press(TalkStep::AskDate, text!("talk-change-date")),
            press(TalkStep::AskDelete, text!("talk-delete")),
        ]
    } else {
        vec![note, press(TalkStep::Absent, text!("people-absent"))]
    }
}

fn on(at: TalkAt, step: TalkStep) -> Action {
    Action::OnTalk { at, step }
}

/// Asks for the note; the form contains the present one.
pub(crate) fn note_form(at: TalkAt, opened: &OpenTalk, language: Language) -> CreateModal {
    let note = opened.talk.note.as_ref().map_or("", Note::as_str);
    let most = u16::try_from(Note::WHOLE).unwrap_or(u16::MAX);
    let mut input = long_input(NOTE, &tr!(language, "talk-form-note-input"))
        .placeholder(tr!(language, "talk-form-note-hint"))
        .max_length(most)
        .required(false);
    if !note.is_empty() {
        input = input.value(note);
    }
    let title = tr!(language, "talk-form-note");
    form(&on(at, TalkStep::Note), &title, input)
}

/// Asks for the date; the form contains the present one.
pub(crate) fn date_form(
    at: TalkAt,
    opened: &OpenTalk,
    member: &Member,
    language: Language,
) -> CreateModal {
    let day = opened.talk.happened_at.with_timezone(&member.schedule.zone);
    let shown = match opened.talk.stated {
        Some(Precision::Time) => "%Y-%m-%d %H:%M",
        Some(Precision::Day) | None => "%Y-%m-%d",
    };
    let input = short_input(WHEN, &tr!(language, "talk-form-date-input"))
        .placeholder(tr!(language, "talk-form-date-hint"))
        .max_length(100)
        .value(day.format(shown).to_string());
    let title = tr!(language, "talk-form-date");
    form(&on(at, TalkStep::Date), &title, input)
}

/// The correction of the talk of `before`, in words.
#[must_use]
pub(crate) fn fixed(fix: &Fix, before: DateTime<Utc>, zone: Zone, language: Language) -> Text {
    let day = day(before, zone, language);
    match fix {
        Fix::Note(Some(_)) => text!("talk-note-kept"),
        Fix::Note(None) => text!("talk-note-deleted"),
        Fix::Date(when) => {
            let when = as_stated(when.at, Some(when.precision), zone, language);
            text!("talk-date-changed", when)
        }
        Fix::Delete => text!("talk-deleted", day),
        Fix::Absent => text!("people-done-withdrawn", day),
    }
}

/// Refuses a talk that is gone or not the member's.
#[must_use]
pub(crate) fn gone() -> Refusal {
    Refusal::new(text!("talk-not-yours"))
}
