//! The texts of `/people` and `/person`.

mod contact;
pub(super) mod dates;
mod facts;
mod next;
mod selects;

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{CreateButton, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption};

use dates::{day, heading};
use facts::facts;
pub(crate) use selects::chosen_snooze;
use selects::{absences, snooze_select};

use super::{Card, CardStep, Done, Filter, Known, Page, PastTalk, Show, TieState};

use crate::calendar::Zone;
use crate::discord::custom_id::CustomId as _;
use crate::discord::layout::Container;
use crate::discord::names::Names;
use crate::discord::reply::{Reply, button, main_button, page_buttons};
use crate::discord::text::{as_typed_within, timestamp};
use crate::encounters::LogOutcome;
use crate::errors::Refusal;
use crate::ids::PersonId;
use crate::language::{Language, Text, text, tr};
use crate::members::{Member, Unfit};
use crate::people::action::Action;
use crate::ties::view::{circle_select, kind_select};
use crate::ties::{Kind, Tie};

/// How many characters of a note a card shows: five notes and the rest fit a message.
const NOTE_SHOWN: usize = 450;

/// A page of the people that a member keeps in touch with.
#[must_use]
pub(crate) fn list(page: &Page, now: DateTime<Utc>, language: Language) -> Reply {
    if page.people.is_empty() {
        return Reply::new(nobody(page.filter).to(language)).buttons(lists(page, language));
    }
    let names = page.names();
    let people = page.people.iter();
    let lines: Vec<_> = people.map(|it| line(it, &names, now, language)).collect();
    let people = tr!(language, "people-count", people = page.in_all);
    let footer = match page.of {
        1 => people,
        pages => {
            let number = tr!(language, "people-page", page = page.number, pages);
            format!("{people} · {number}")
        }
    };
    let list = Container::default()
        .text(format!("## {}", title(page.filter, language)))
        .text(lines.join("\n"))
        .text(format!("-# {footer}"))
        .select(people_select(page, &names, language))
        .buttons(page_buttons(page.number, page.of, language, |number| {
            to_page(page.filter, number)
        }))
        .buttons(lists(page, language));
    Reply::default().container(list)
}

fn title(filter: Filter, language: Language) -> String {
    let title = match filter.show {
        Show::Due => tr!(language, "people-due"),
        Show::All => tr!(language, "people-all"),
        Show::Snoozed => tr!(language, "people-snoozed"),
        Show::Stopped => tr!(language, "people-stopped"),
        Show::Contacts => tr!(language, "people-contacts"),
    };
    match filter.kind {
        Some(kind) => tr!(language, "people-of-kind", title, kind = kind.label()),
        None => title,
    }
}

fn nobody(filter: Filter) -> Text {
    match (filter.kind, filter.show) {
        (Some(kind), _) => text!("people-nobody-of-kind", kind = kind.label()),
        (None, Show::Due) => text!("people-nobody-due"),
        (None, Show::All) => text!("people-nobody"),
        (None, Show::Snoozed) => text!("people-nobody-snoozed"),
        (None, Show::Stopped) => text!("people-nobody-stopped"),
        (None, Show::Contacts) => text!("people-nobody-contacts"),
    }
}

fn line(known: &Known, names: &Names, now: DateTime<Utc>, language: Language) -> String {
    let tie = &known.tie;
    let last = match tie.last_met_at {
        Some(last) => text!("people-last-talked", ago = timestamp::relative(last)),
        None => text!("people-never-talked"),
    };
    let kind = tie.kind.map(Kind::label);
    let rhythm = Some(tie.circle.rhythm());
    let facts = [kind, rhythm, Some(last), state(known, now, language)];
    let facts = facts.into_iter().flatten().map(|it| it.to(language));
    let name = format!("**{}**", names.text(tie.other, language));
    let all: Vec<_> = std::iter::once(name).chain(facts).collect();
    all.join(" · ")
}

/// Why no nudge names them, or when the tie is due.
fn state(known: &Known, now: DateTime<Utc>, language: Language) -> Option<Text> {
    Some(match known.state(now) {
        TieState::Gone => text!("people-is-gone"),
        TieState::Stopped => text!("people-is-stopped"),
        TieState::Apart => text!("people-is-apart"),
        TieState::Untracked => text!("people-is-untracked"),
        TieState::Away => {
            let back_on = known.tie.away(now)?.back_on;
            text!("people-is-away", day = language.day_of_month(back_on))
        }
        TieState::Snoozed => {
            let until = known.tie.snoozed(now)?;
            text!("people-is-snoozed", date = timestamp::date(until))
        }
        TieState::Open => {
            let due_at = known.tie.due_at()?;
            text!("people-is-due", when = timestamp::relative(due_at))
        }
    })
}

fn people_select(page: &Page, names: &Names, language: Language) -> CreateSelectMenu {
    let option = |known: &Known| {
        let other = known.tie.other;
        CreateSelectMenuOption::new(names.label(other, language), other.to_string())
    };
    let options = page.people.iter().map(option).collect();
    let kind = CreateSelectMenuKind::String { options };
    CreateSelectMenu::new(Action::OpenPerson.encode(), kind)
        .placeholder(tr!(language, "people-open"))
}

/// Buttons from a partial list to the full one, and to talks that no card shows.
fn lists(page: &Page, language: Language) -> Vec<CreateButton> {
    let all = (page.filter != Filter::default()).then(|| everybody(language));
    let with_nobody_left = (page.with_nobody_left > 0).then(|| {
        let (other, page) = (PersonId::FORGOTTEN, 1);
        let label = tr!(language, "people-show-talks-with-someone");
        button(&Action::ShowTalksPage { other, page }, label)
    });
    all.into_iter().chain(with_nobody_left).collect()
}

pub(super) fn everybody(language: Language) -> CreateButton {
    button(
        &to_page(Filter::default(), 1),
        tr!(language, "people-show-all"),
    )
}

fn to_page(filter: Filter, page: usize) -> Action {
    Action::ShowPeoplePage { filter, page }
}

/// Everything a member may see about one person; `done` is what they did just now.
#[must_use]
pub(crate) fn card(
    card: &Card,
    member: &Member,
    done: Option<Done>,
    now: DateTime<Utc>,
    language: Language,
) -> Reply {
    let (tie, zone) = (&card.known.tie, member.schedule.zone);
    let talks = match &card.talks[..] {
        [] => tr!(language, "people-no-talks"),
        talks => {
            let talks = talks.iter();
            let talks: Vec<_> = talks.map(|it| talk(it, member, language)).collect();
            talks.join("\n")
        }
    };
    let text = done
        .map(|done| done_text(done, zone, language).to(language))
        .unwrap_or_default();
    let frame = Container::default()
        .text(format!("## {}", card.known.name.text(language)))
        .text(facts(card, member, now, language))
        .separator()
        .text(talks)
        .separator()
        .buttons(buttons(card, language))
        .buttons(contact::buttons(card, language));
    // If no nudge ever names them, there is nothing to snooze.
    let frame = if tie.stopped || tie.apart {
        frame
    } else {
        frame.select(snooze_select(tie, now, zone, language))
    };
    let circle = step(tie, CardStep::Circle);
    let kind = step(tie, CardStep::Kind);
    let frame = frame
        .select(kind_select(&kind, tie.kind, language))
        .select(circle_select(&circle, Some(tie.circle), language));
    let frame = match absences(card, member, language) {
        Some(select) => frame.select(select),
        None => frame,
    };
    Reply::new(text).container(frame)
}

/// A talk on a card: its heading, and who logged it, with the note.
fn talk(talk: &PastTalk, member: &Member, language: Language) -> String {
    let heading = heading(talk, member.schedule.zone, language);
    let by = if talk.minutes.is_some() {
        tr!(language, "people-logged-by-voice")
    } else if talk.logged_by == member.person {
        tr!(language, "people-logged-by-you")
    } else {
        tr!(language, "people-logged-by", name = &talk.logger)
    };
    let note = talk.note.as_ref().map(|note| {
        let note = as_typed_within(note.as_str(), NOTE_SHOWN);
        tr!(language, "people-note", note)
    });
    let lines: Vec<_> = [format!("**{heading}**"), by]
        .into_iter()
        .chain(note)
        .collect();
    lines.join("\n")
}

fn step(tie: &Tie, step: CardStep) -> Action {
    let other = tie.other;
    Action::OnCard { other, step }
}

fn buttons(card: &Card, language: Language) -> Vec<CreateButton> {
    let tie = &card.known.tie;
    let (stop, label) = if tie.stopped {
        (CardStep::Resume, text!("people-resume"))
    } else {
        (CardStep::Stop, text!("people-stop"))
    };
    let talked = tr!(language, "people-talked");
    let mut buttons = vec![
        main_button(&step(tie, CardStep::Talked), talked),
        button(&step(tie, stop), label.to(language)),
    ];
    if !card.talks.is_empty() {
        let talks = Action::ShowTalksPage {
            other: tie.other,
            page: 1,
        };
        buttons.push(button(&talks, tr!(language, "people-talks")));
    }
    if card.contact.is_none() {
        let (apart, label) = if tie.apart {
            (CardStep::Together, text!("people-together"))
        } else {
            (CardStep::Apart, text!("people-apart"))
        };
        buttons.push(button(&step(tie, apart), label.to(language)));
    }
    buttons.push(everybody(language));
    buttons
}

fn done_text(done: Done, zone: Zone, language: Language) -> Text {
    match done {
        Done::Talked(LogOutcome::New | LogOutcome::Repeated) => text!("people-done-talked"),
        Done::Talked(LogOutcome::Corrected | LogOutcome::SaidAgain | LogOutcome::NoteFull) => {
            text!("people-done-talked-again")
        }
        Done::Stopped => text!("people-done-stopped"),
        Done::Resumed => text!("people-done-resumed"),
        Done::Snoozed(until) => text!("people-done-snoozed", date = timestamp::date(until)),
        Done::Awake => text!("people-done-awake"),
        Done::Circle(circle) => text!("people-done-circle", rhythm = circle.rhythm()),
        Done::Kind(Some(kind)) => text!("people-done-kind", kind = kind.label()),
        Done::Kind(None) => text!("people-done-no-kind"),
        Done::Apart => text!("people-done-apart"),
        Done::Together => text!("people-done-together"),
        Done::Withdrawn(at) => text!("people-done-withdrawn", day = day(at, zone, language)),
        Done::NotIn => text!("people-done-not-in"),
        Done::ContactAdded => text!("people-done-contact-added"),
        Done::ContactChanged => text!("people-done-contact-changed"),
        Done::ContactOpened => text!("people-done-contact-opened"),
    }
}

/// Refuses the card of people who have none.
#[must_use]
pub(crate) fn unfit(unfit: Unfit) -> Refusal {
    Refusal::new(match unfit {
        Unfit::Oneself => text!("people-oneself"),
        Unfit::Bot(bot) => text!("people-bot", name = &bot),
        Unfit::NotInTeam(person) => text!("people-not-in-team", name = &person),
    })
}

#[cfg(test)]
mod tests;
