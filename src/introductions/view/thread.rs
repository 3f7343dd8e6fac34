//! The messages in the thread of an introduction, in the team's language.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use poise::serenity_prelude::CreateButton;

use crate::calendar::Zone;
use crate::discord::layout::Container;
use crate::discord::member_lookup::Profile;
use crate::discord::names::Names;
use crate::discord::reply::{Reply, button, main_button};
use crate::discord::text::{as_typed_within, cut, timestamp};
use crate::ids::PersonId;
use crate::introductions::action::{Action, ThreadMessage};
use crate::introductions::{AboutLine, Answer, Introduced, Introduction, hours};
use crate::language::{Argument, Language, tr};

/// The longest name of a thread at Discord.
const THREAD_NAME: usize = 100;

/// The longest name of a person in it, so that three have room.
const NAME_IN_THREAD: usize = 28;

/// The name of the thread: those of its people.
#[must_use]
pub(crate) fn thread_name(introduction: &Introduction) -> String {
    let (names, language) = (names(introduction), introduction.language);
    let people = introduction.present();
    let people: Vec<_> = people
        .map(|it| names.label_within(it.person, NAME_IN_THREAD, language))
        .collect();
    cut(&language.list(&people), THREAD_NAME)
}

fn names(introduction: &Introduction) -> Names {
    let people = introduction.people.iter();
    people.map(|it| (it.person, it.name.clone())).collect()
}

/// The first message: who they are, two questions, and hours that suit all. `profiles` is what Discord
/// said of them.
#[must_use]
pub(crate) fn opening(
    introduction: &Introduction,
    profiles: &HashMap<PersonId, Profile>,
    now: DateTime<Utc>,
) -> Reply {
    let frame = body(
        head(introduction, ThreadMessage::Opening),
        introduction,
        profiles,
        now,
    );
    Reply::default().container(frame.buttons(buttons(introduction, ThreadMessage::Opening)))
}

/// Who they are, two questions, and hours that suit all who take part.
fn body(
    frame: Container,
    introduction: &Introduction,
    profiles: &HashMap<PersonId, Profile>,
    now: DateTime<Utc>,
) -> Container {
    let (language, names) = (introduction.language, names(introduction));
    let people: Vec<_> = introduction.present().collect();
    let lines = people.iter().map(|it| {
        let since = profiles.get(&it.person).and_then(|it| it.since);
        line(it, &names, since, language)
    });
    let frame = frame.text(lines.collect::<Vec<_>>().join("\n"));
    let questions = introduction.questions.iter();
    let questions = questions.map(|it| format!("- *{}*", it.text(language)));
    let questions: Vec<_> = questions.collect();
    let frame = frame.text(format!(
        "{}\n{}",
        tr!(language, "intro-questions"),
        questions.join("\n")
    ));
    frame.text(proposed(&people, &names, now, language))
}

fn head(introduction: &Introduction, card: ThreadMessage) -> Container {
    let language = introduction.language;
    // A person who asked to be forgotten is no longer in it.
    let count = introduction.people.len().max(2);
    Container::default().text(match card {
        ThreadMessage::Opening => tr!(language, "intro-hello", count),
        ThreadMessage::Question => tr!(language, "intro-question", count),
    })
}

/// A person in a line: their own, or since when they are in the server.
fn line(
    of: &Introduced,
    names: &Names,
    since: Option<DateTime<Utc>>,
    language: Language,
) -> String {
    let name = names.argument(of.person);
    match (&of.about, since) {
        (Some(about), _) => {
            let about = as_typed_within(about, 2 * AboutLine::LENGTH);
            tr!(language, "intro-person-about", name, about)
        }
        (None, Some(since)) => {
            tr!(
                language,
                "intro-person-since",
                name,
                date = timestamp::date(since)
            )
        }
        (None, None) => tr!(language, "intro-person", name),
    }
}

/// The next hours that suit all, each on the clocks of all whose clocks differ.
fn proposed(
    people: &[&Introduced],
    names: &Names,
    now: DateTime<Utc>,
    language: Language,
) -> String {
    let zones: Vec<_> = people.iter().map(|it| it.zone).collect();
    let hours = hours::common(&zones, now);
    if hours.is_empty() {
        return tr!(language, "intro-no-hours");
    }
    let hours = hours.into_iter().map(|at| {
        let when = timestamp::weekday_and_time(at);
        match local_times(people, names, at) {
            Some(times) => format!("- {}", tr!(language, "intro-hour", when, times)),
            None => format!("- {when}"),
        }
    });
    let hours: Vec<_> = hours.collect();
    format!("{}\n{}", tr!(language, "intro-hours"), hours.join("\n"))
}

/// "Alice 10:00, Bob 17:00"; `None` if all have the same time.
fn local_times(people: &[&Introduced], names: &Names, at: DateTime<Utc>) -> Option<Argument> {
    let local = |zone: Zone| at.with_timezone(&zone).format("%H:%M").to_string();
    let times: Vec<_> = people.iter().map(|it| local(it.zone)).collect();
    let first = times.first()?;
    if times.iter().all(|time| time == first) {
        return None;
    }
    let times = people.iter().zip(&times).map(|(it, time)| {
        let name = names.argument(it.person).to(Language::English);
        Argument::Words(format!("{name} {time}"))
    });
    Some(Argument::List(times.collect()))
}

/// The question of a week later.
#[must_use]
pub(crate) fn question(introduction: &Introduction) -> Reply {
    let frame = head(introduction, ThreadMessage::Question);
    Reply::default().container(frame.buttons(buttons(introduction, ThreadMessage::Question)))
}

/// A message of the thread after an answer. It stays, so there are no relative dates.
#[must_use]
pub(crate) fn answered(
    introduction: &Introduction,
    card: ThreadMessage,
    now: DateTime<Utc>,
) -> Reply {
    let (language, names) = (introduction.language, names(introduction));
    let frame = head(introduction, card);
    let frame = match card {
        ThreadMessage::Opening if introduction.is_open() => {
            body(frame, introduction, &HashMap::new(), now)
        }
        _ => frame,
    };
    let absent = introduction.people.iter();
    let absent = absent.filter(|it| it.answer == Some(Answer::Cannot));
    let mut done: Vec<_> = absent
        .map(|it| {
            tr!(
                language,
                "intro-done-cannot",
                name = names.argument(it.person)
            )
        })
        .collect();
    if introduction.met_at.is_some() {
        done.push(tr!(language, "intro-done-met"));
    } else if introduction.next.is_some() {
        done.push(tr!(language, "intro-done-next"));
    }
    let frame = if done.is_empty() {
        frame
    } else {
        frame.text(done.join("\n"))
    };
    Reply::default().container(frame.buttons(buttons(introduction, card)))
}

fn buttons(introduction: &Introduction, card: ThreadMessage) -> Vec<CreateButton> {
    if !introduction.is_open() {
        return Vec::new();
    }
    let language = introduction.language;
    let action = |answer| Action::Answer {
        introduction: introduction.id,
        answer,
        card,
    };
    vec![
        main_button(&action(Answer::Met), tr!(language, "intro-met")),
        button(&action(Answer::NotYet), tr!(language, "intro-not-yet")),
        button(&action(Answer::Cannot), tr!(language, "intro-cannot")),
    ]
}
