//! The texts of `/people` and `/person`.

mod next;

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{CreateButton, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption};

use next::next_nudge;

use super::{Card, CardStep, Done, Known, Page, Show, Standing, Talk};
use strum::VariantArray as _;

use crate::calendar::Zone;
use crate::discord::custom_id::CustomId as _;
use crate::discord::layout::Container;
use crate::discord::names::Names;
use crate::discord::reply::{Reply, button, main_button};
use crate::discord::text::{as_typed_within, capital, mention};
use crate::encounters::LogOutcome;
use crate::encounters::ago::{ago, at_time, date, days, in_words, span};
use crate::encounters::view::how_phrase;
use crate::errors::Refusal;
use crate::ids::PersonId;
use crate::interaction::press::Press;
use crate::kudos::between::thanks;
use crate::language::Language;
use crate::members::{Member, Unfit};
use crate::people::action::Action;
use crate::ties::view::circle_select;
use crate::ties::{Snooze, Tie};

/// How many characters of a note a card shows: five notes and the rest fit a message.
const NOTE_SHOWN: usize = 450;

/// The select value that ends the snooze.
const END_SNOOZE: &str = "awake";

/// A page of the people that a member keeps in touch with.
#[must_use]
pub(crate) fn list(page: &Page, zone: Zone, now: DateTime<Utc>) -> Reply {
    if page.people.is_empty() {
        return Reply::new(nobody(page.show)).buttons(lists(page));
    }
    let names = page.names();
    let people = page.people.iter();
    let lines: Vec<_> = people.map(|it| line(it, &names, zone, now)).collect();
    let people = match page.in_all {
        1 => "1 person".to_owned(),
        in_all => format!("{in_all} people"),
    };
    let footer = match page.of {
        1 => people,
        of => format!("{people} · page {} of {of}", page.number),
    };
    let list = Container::default()
        .text(format!("## {}", title(page.show)))
        .text(lines.join("\n"))
        .text(format!("-# {footer}"))
        .select(people_select(page, &names))
        .buttons(page_buttons(page))
        .buttons(lists(page));
    Reply::default().container(list)
}

fn title(show: Show) -> &'static str {
    match show {
        Show::Due => "People you are losing touch with",
        Show::All => "People you keep in touch with",
        Show::Snoozed => "People you snoozed",
        Show::Stopped => "People you get no nudges about",
    }
}

fn nobody(show: Show) -> &'static str {
    match show {
        Show::Due => "Nobody is due. `/met` logs that you talked with someone.",
        Show::All => "No one here yet. `/met` logs that you talked with someone.",
        Show::Snoozed => "Nobody is snoozed.",
        Show::Stopped => "You get nudges about everyone.",
    }
}

fn line(known: &Known, names: &Names, zone: Zone, now: DateTime<Utc>) -> String {
    let tie = &known.tie;
    let last = match tie.last_met_at {
        Some(last) => format!("last talked {}", in_words(last, now, zone)),
        None => "not talked yet".to_owned(),
    };
    let facts = [
        Some(format!(
            "**{}**",
            names.text(tie.other, Language::default())
        )),
        Some(tie.circle.rhythm().to(Language::default())),
        Some(last),
        standing(known, zone, now),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Why no nudge names them, or when the tie is due.
fn standing(known: &Known, zone: Zone, now: DateTime<Utc>) -> Option<String> {
    match known.standing(now) {
        Standing::Gone => Some("left the server".to_owned()),
        Standing::Stopped => Some("stopped".to_owned()),
        Standing::Untracked => Some("asked not to be tracked".to_owned()),
        Standing::Snoozed => {
            let until = known.tie.snoozed(now)?;
            Some(format!("snoozed until {}", in_words(until, now, zone)))
        }
        Standing::Open => due(&known.tie, zone, now),
    }
}

fn due(tie: &Tie, zone: Zone, now: DateTime<Utc>) -> Option<String> {
    let overdue = tie.overdue(now)?;
    let due_at = tie.due_at()?;
    Some(if overdue.is_due() && overdue.late_by().num_days() > 0 {
        format!("due for {}", span(overdue.late_by()))
    } else if overdue.is_due() {
        "due now".to_owned()
    } else {
        format!("due {}", in_words(due_at, now, zone))
    })
}

fn people_select(page: &Page, names: &Names) -> CreateSelectMenu {
    let option = |known: &Known| {
        let other = known.tie.other;
        CreateSelectMenuOption::new(names.label(other, Language::default()), other.to_string())
    };
    let options = page.people.iter().map(option).collect();
    let kind = CreateSelectMenuKind::String { options };
    CreateSelectMenu::new(Action::OpenPerson.encode(), kind).placeholder("Open a person")
}

fn page_buttons(page: &Page) -> Vec<CreateButton> {
    if page.of == 1 {
        return Vec::new();
    }
    let page_button = |label: &str, number: usize, possible: bool| {
        button(&to_page(page.show, number), label).disabled(!possible)
    };
    vec![
        page_button("Back", page.number.saturating_sub(1), page.number > 1),
        page_button("Next", page.number + 1, page.number < page.of),
    ]
}

/// Buttons from a partial list to the full one, and to talks that no card shows.
fn lists(page: &Page) -> Vec<CreateButton> {
    let all = (page.show != Show::All).then(everybody);
    let with_nobody_left = (page.with_nobody_left > 0).then(|| {
        let (other, page) = (PersonId::FORGOTTEN, 1);
        button(&Action::ShowTalksPage { other, page }, "Talks with someone")
    });
    all.into_iter().chain(with_nobody_left).collect()
}

pub(super) fn everybody() -> CreateButton {
    button(&to_page(Show::All, 1), "All people")
}

fn to_page(show: Show, page: usize) -> Action {
    Action::ShowPeoplePage { show, page }
}

/// Everything a member may see about one person; `done` is what they did just now.
#[must_use]
pub(crate) fn card(card: &Card, member: &Member, done: Option<Done>, now: DateTime<Utc>) -> Reply {
    let (tie, zone) = (&card.known.tie, member.schedule.zone);
    let circle = if tie.own_circle {
        tie.circle.label().to(Language::default())
    } else {
        format!("{}, the team's", tie.circle.label().to(Language::default()))
    };
    let facts = format!(
        "{}\nCircle: {circle}\nNext nudge: {}\nKudos between you: {}",
        mention(tie.other),
        next_nudge(tie, member, now),
        kudos(card)
    );
    let talks = match &card.talks[..] {
        [] => "No talks yet, as far as I know.".to_owned(),
        talks => {
            let talks = talks.iter();
            let talks: Vec<_> = talks.map(|it| talk(it, member, now)).collect();
            talks.join("\n")
        }
    };
    let text = done
        .map(|done| done_text(done, now, zone))
        .unwrap_or_default();
    let frame = Container::default()
        .text(format!("## {}", card.known.name.text(Language::default())))
        .text(facts)
        .separator()
        .text(talks)
        .separator()
        .buttons(buttons(card));
    // If no nudge ever names them, there is nothing to snooze.
    let frame = if tie.stopped {
        frame
    } else {
        frame.select(snooze_select(tie, now, zone))
    };
    let frame = frame.select(circle_select(
        &step(tie, CardStep::Circle),
        Some(tie.circle),
        Language::default(),
    ));
    let frame = match absences(card, member, zone) {
        Some(select) => frame.select(select),
        None => frame,
    };
    Reply::new(text).container(frame)
}

/// A talk on a card: its heading, and who logged it, with the note.
fn talk(talk: &Talk, member: &Member, now: DateTime<Utc>) -> String {
    let heading = heading(talk, now, member.schedule.zone);
    format!("**{heading}**\n{}", body(talk, member))
}

fn kudos(card: &Card) -> String {
    let Some(ever) = thanks(card.kudos) else {
        return "None so far.".to_owned();
    };
    let ever = capital(&ever);
    match card.kudos_since {
        Some(since) if since == card.kudos => format!("{ever}, all since you last talked."),
        Some(since) => match thanks(since) {
            Some(since) => format!("{ever}. Since you last talked, {since}."),
            None => format!("{ever}, none of it since you last talked."),
        },
        None => format!("{ever}."),
    }
}

pub(super) fn heading(talk: &Talk, now: DateTime<Utc>, zone: Zone) -> String {
    let (at, how) = (talk.happened_at, talk.how.map(how_phrase));
    let here = now.with_timezone(&zone);
    // After a week the relative words become a date, which the heading has already.
    let when = match days(at, here) {
        ..=6 => in_words(at, now, zone),
        _ => format!("{} ago", ago(at, here)),
    };
    format!("{}{} · {when}", dated(talk, zone), how.unwrap_or_default())
}

/// The day of a talk, and the time if the logger said it.
pub(super) fn dated(talk: &Talk, zone: Zone) -> String {
    date(talk.happened_at, zone) + &at_time(talk.happened_at, talk.stated, zone)
}

fn body(talk: &Talk, member: &Member) -> String {
    let logger = if talk.logged_by == member.person {
        "you".to_owned()
    } else {
        talk.logger.text(Language::default())
    };
    let by = format!("Logged by {logger}.");
    match &talk.note {
        Some(note) => {
            let note = as_typed_within(note.as_str(), NOTE_SHOWN);
            format!("{by}\nYour note: {note}")
        }
        None => by,
    }
}

fn step(tie: &Tie, step: CardStep) -> Action {
    let other = tie.other;
    Action::OnCard { other, step }
}

fn buttons(card: &Card) -> Vec<CreateButton> {
    let tie = &card.known.tie;
    let stop = if tie.stopped {
        button(&step(tie, CardStep::Resume), "Resume nudges about them")
    } else {
        button(&step(tie, CardStep::Stop), "Stop nudges about them")
    };
    let mut buttons = vec![main_button(&step(tie, CardStep::Talked), "We talked"), stop];
    if !card.talks.is_empty() {
        let talks = Action::ShowTalksPage {
            other: tie.other,
            page: 1,
        };
        buttons.push(button(&talks, "Talks and notes"));
    }
    buttons.push(everybody());
    buttons
}

fn snooze_select(tie: &Tie, now: DateTime<Utc>, zone: Zone) -> CreateSelectMenu {
    let mut options: Vec<_> = Snooze::VARIANTS
        .iter()
        .copied()
        .map(|snooze| {
            CreateSelectMenuOption::new(snooze.label().to(Language::default()), snooze.to_string())
        })
        .collect();
    let placeholder = match tie.snoozed(now) {
        Some(until) => {
            options.push(CreateSelectMenuOption::new("End the snooze", END_SNOOZE));
            format!("Snoozed until {}", in_words(until, now, zone))
        }
        None => "Snooze".to_owned(),
    };
    let kind = CreateSelectMenuKind::String { options };
    CreateSelectMenu::new(step(tie, CardStep::Snooze).encode(), kind).placeholder(placeholder)
}

/// The chosen snooze; `None` ends it.
pub(crate) fn chosen_snooze(press: &Press<'_>) -> Result<Option<Snooze>, Refusal> {
    press.choice(|word| match word {
        END_SNOOZE => Some(None),
        word => word.parse().ok().map(Some),
    })
}

/// A select of talks that others logged, to remove oneself from.
fn absences(card: &Card, member: &Member, zone: Zone) -> Option<CreateSelectMenu> {
    let others = card.talks.iter().filter(|it| it.logged_by != member.person);
    let options: Vec<_> = others
        .map(|talk| {
            let day = dated(talk, zone);
            let by = talk.logger.label(Language::default());
            let encounter = talk.encounter.to_string();
            CreateSelectMenuOption::new(format!("{day}, logged by {by}"), encounter)
        })
        .collect();
    let action = step(&card.known.tie, CardStep::Absent).encode();
    let kind = |options| CreateSelectMenuKind::String { options };
    (!options.is_empty())
        .then(|| CreateSelectMenu::new(action, kind(options)).placeholder("I wasn't there"))
}

fn done_text(done: Done, now: DateTime<Utc>, zone: Zone) -> String {
    match done {
        Done::Talked(LogOutcome::New | LogOutcome::Repeated) => "Logged: you talked.".to_owned(),
        Done::Talked(LogOutcome::Corrected | LogOutcome::SaidAgain | LogOutcome::NoteFull) => {
            "You logged this talk a moment ago, so it still counts as one.".to_owned()
        }
        Done::Stopped => "Stopped: no more nudges about them.".to_owned(),
        Done::Resumed => "Nudges about them are back on.".to_owned(),
        Done::Snoozed(until) => format!(
            "Snoozed: no nudges about them before {}. The rhythm stays as it is.",
            in_words(until, now, zone)
        ),
        Done::Awake => "The snooze is over.".to_owned(),
        Done::Circle(circle) => format!(
            "You want to be in touch {}.",
            circle.rhythm().to(Language::default())
        ),
        Done::Withdrawn(at) => format!(
            "You are no longer in the talk of {}, and it no longer counts for you.",
            date(at, zone)
        ),
        Done::NotIn => "You are not in that talk any more.".to_owned(),
    }
}

/// Refuses the card of people who have none.
#[must_use]
pub(crate) fn unfit(unfit: Unfit) -> Refusal {
    Refusal::new(match unfit {
        Unfit::Oneself => "That is you. Name somebody you keep in touch with.".to_owned(),
        Unfit::Bot(bot) => format!(
            "{} is a bot. Rapport remembers talks between people: name one of those.",
            bot.text(Language::default())
        ),
        Unfit::NotInTeam(person) => format!(
            "{} is not on this server. `/people` shows everyone you told me about.",
            person.text(Language::default())
        ),
    })
}

#[cfg(test)]
mod tests;
