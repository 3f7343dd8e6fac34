//! The texts about nudges.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use poise::serenity_prelude::CreateButton;

use super::{LastTalk, Nudge, Outcome, Suggestion};
use crate::calendar::Circle;
use crate::calendar::Zone;
use crate::calendar::week::day_name;
use crate::discord::layout::Container;
use crate::discord::names::{Names, PersonName};
use crate::discord::reply::{Reply, button, main_button};
use crate::discord::text::{as_typed_within, cut, mention, plain};
use crate::encounters::ago::ago;
use crate::encounters::{self};
use crate::errors::Refusal;
use crate::ids::{PersonId, TeamId};
use crate::kudos::between::thanks_since;
use crate::language::Language;
use crate::members::change::Changed;
use crate::members::pause::{Length, Pause};
use crate::members::{Hindrance, Member};
use crate::nudges::action::Action;

/// How many characters of a note a nudge shows, so that it stays short.
const NOTE_SHOWN: usize = 300;

/// How many characters of a server's name are shown.
const NAME_SHOWN: usize = 40;

/// Nudges are on, and when the next one can come.
#[must_use]
pub(crate) fn joined(member: &Member, next: Option<DateTime<Utc>>) -> String {
    let zone = member.schedule.zone;
    let Some(next) = next else {
        return "Nudges are on.".to_owned();
    };
    let next = next.with_timezone(&zone).format("%A, %-d %B, at %H:%M");
    format!(
        "Nudges are on. The next one can come on {next} ({zone}); you get none in \
         a week with nobody to suggest. `/nudge when` changes day, time and zone, `/nudge off` ends them.",
    )
}

/// The schedule is changed, and when the next nudge can come.
#[must_use]
pub(crate) fn rescheduled(member: &Member, next: Option<DateTime<Utc>>) -> String {
    let schedule = member.schedule;
    let plan = format!(
        "Nudges come on {}s at {} ({})",
        day_name(schedule.weekday),
        schedule.time.format("%H:%M"),
        schedule.zone,
    );
    match next {
        Some(next) => {
            let next = next.with_timezone(&schedule.zone).format("%A, %-d %B");
            match member.hindrance() {
                Some(Hindrance::Paused) => format!(
                    "{plan}, but they're paused. The next one can come on {next}; `/nudge resume` \
                     starts them again now."
                ),
                _ => format!("{plan}. The next one can come on {next}."),
            }
        }
        // The line below the answer says why none comes, and what to do.
        None => match member.hindrance() {
            Some(Hindrance::ClosedDms) | None => format!("{plan}."),
            Some(Hindrance::Untracked) => format!(
                "{plan}, but you asked not to be tracked. *Track me again* in `/privacy` brings them \
                 back."
            ),
            Some(Hindrance::Paused) => {
                format!("{plan}, but they're paused. `/nudge resume` starts them again.")
            }
            Some(Hindrance::Off) => format!("{plan}, but they're off. `/nudge on` starts them."),
        },
    }
}

/// The answer to *No thanks*.
pub(crate) const DECLINED: &str = "No DMs, then. `/nudge on` is there if you change your mind.";

/// The answer to `/nudge off`.
pub(crate) const OFF: &str = "Nudges are off. What you logged stays; `/nudge on` brings them back.";

/// The answer to `/nudge off` for members who get none.
pub(crate) const ALREADY_OFF: &str = "Nudges are already off. `/nudge on` starts them.";

/// The answer to a button of another member's nudge.
pub const NOT_YOURS: &str =
    "That nudge isn't yours, or is gone. `/nudge now` shows the people in yours.";

/// The answer to a button about a person who is no longer in the nudge.
#[must_use]
pub(crate) fn no_longer_named() -> Refusal {
    Refusal::new(
        "That person asked not to be tracked, or had what was kept about them deleted, so nothing is \
         logged.",
    )
}

/// Refuses nudges to members who asked not to be tracked.
#[must_use]
pub(crate) fn untracked() -> Refusal {
    Refusal::new(
        "You asked not to be tracked here, so there are no nudges for you. *Track me again* in \
         `/privacy` brings them back.",
    )
}

/// `leading` and the server's name; empty without a name.
fn of_server(leading: &str, server: Option<&str>) -> String {
    let named = |server| format!("{leading} **{}**", plain(&cut(server, NAME_SHOWN)));
    server.map(named).unwrap_or_default()
}

/// The lengths of a pause, to choose from.
#[must_use]
pub(crate) fn pause_offer(team: TeamId, server: Option<&str>) -> Reply {
    let choice = |length: Length| {
        let action = Action::PauseNudges { team, length };
        button(&action, length.label().to(Language::default()))
    };
    let from = of_server(" from", server);
    let question = format!("No nudges{from} for how long? Day and time stay as they are.");
    Reply::new(question).buttons(Length::ALL.into_iter().map(choice).collect())
}

/// Nudges are paused, and how long. The server's name is for readers outside of it.
#[must_use]
pub(crate) fn paused(member: &Member, server: Option<&str>, now: DateTime<Utc>) -> String {
    let zone = member.schedule.zone;
    let from = of_server(" from", server);
    match member.paused(now) {
        Some(Pause::Until(end)) => format!(
            "Nudges{from} are paused until {}. Then they come on {}s again; `/nudge resume` ends the \
             pause before that.",
            end.with_timezone(&zone).format("%A, %-d %B %Y"),
            day_name(member.schedule.weekday),
        ),
        Some(Pause::UntilTheySay) => {
            format!("Nudges{from} are paused until you say otherwise, with `/nudge resume`.")
        }
        None => "Nudges are not paused.".to_owned(),
    }
}

/// `text`, with the button that resumes nudges.
#[must_use]
pub(crate) fn with_resume(text: String, team: TeamId) -> Reply {
    Reply::new(text).buttons(vec![button(&Action::ResumeNudges(team), "Resume nudges")])
}

/// The answer to `/nudge resume`.
#[must_use]
pub(crate) fn resumed(resumed: &Changed<bool>) -> String {
    if resumed.outcome {
        joined(&resumed.member, resumed.next)
    } else {
        "Nudges are not paused.".to_owned()
    }
}

/// The weekly message, with the answers so far. It names the server: members of two servers get one
/// from each. `avatars` are the addresses of people's pictures.
#[must_use]
pub(crate) fn nudge(
    nudge: &Nudge,
    server: Option<&str>,
    avatars: &HashMap<PersonId, String>,
    now: DateTime<Utc>,
) -> Reply {
    let heading = match &nudge.suggestions[..] {
        [] => "The people in this nudge have left the server, or asked not to be tracked.",
        [_] => "Somebody you might get in touch with this week:",
        _ => "A few people you might get in touch with this week:",
    };
    let (id, now) = (nudge.id, now.with_timezone(&nudge.zone));
    let action = |other, outcome| Action::AnswerSuggestion {
        nudge: id,
        other,
        outcome,
    };
    let from = of_server("From", server);
    let draw = |suggestions: &[Suggestion], avatars: &_| {
        let frame = Container::default().text(heading);
        let frame = people(frame, suggestions, avatars, now, action).separator();
        let frame = if from.is_empty() {
            frame
        } else {
            frame.text(format!("-# {from}"))
        };
        Reply::default().container(frame.buttons(vec![
            button(&Action::OfferPause(id), "Pause nudges"),
            button(&Action::OpenSettings(id), "Settings"),
        ]))
    };
    with_avatars_that_fit(&nudge.suggestions, avatars, draw)
}

/// What a nudge would say now, for `/nudge now`; `done` is the answer the member just gave about a
/// person.
#[must_use]
pub(crate) fn preview(
    team: TeamId,
    suggestions: &[Suggestion],
    avatars: &HashMap<PersonId, String>,
    done: Option<(PersonName, Outcome)>,
    now: DateTime<Zone>,
) -> Reply {
    let done = done.map(|(other, outcome)| {
        format!(
            "**{}** · {}",
            other.text(Language::default()),
            outcome_text(outcome)
        )
    });
    let done = Reply::new(done.unwrap_or_default());
    if suggestions.is_empty() {
        return done.and(
            "Nobody to suggest right now. People you were reminded of recently, or snoozed, are \
             resting. `/people` shows everyone, and `/met` logs a talk.",
        );
    }
    let action = |other, outcome| Action::AnswerPreview {
        team,
        other,
        outcome,
    };
    let draw = |suggestions: &[Suggestion], avatars: &_| {
        let frame = Container::default().text("If your nudge came now, it would say:");
        let frame = people(frame, suggestions, avatars, now, action);
        done.clone().container(frame)
    };
    with_avatars_that_fit(suggestions, avatars, draw)
}

/// Draws a message with all avatars, or with none where a message can't hold all of them. Counts the
/// buttons of every person: their answers make room, but must not make avatars appear.
fn with_avatars_that_fit(
    suggestions: &[Suggestion],
    avatars: &HashMap<PersonId, String>,
    draw: impl Fn(&[Suggestion], &HashMap<PersonId, String>) -> Reply,
) -> Reply {
    let mut unanswered = suggestions.to_vec();
    for suggestion in &mut unanswered {
        suggestion.outcome = None;
    }
    if draw(&unanswered, avatars).size().fits() {
        draw(suggestions, avatars)
    } else {
        draw(suggestions, &HashMap::new())
    }
}

/// Adds each person's lines and avatar to `frame`, with their buttons right below while they have no
/// answer.
fn people(
    frame: Container,
    suggestions: &[Suggestion],
    avatars: &HashMap<PersonId, String>,
    now: DateTime<Zone>,
    action: impl Fn(PersonId, Outcome) -> Action,
) -> Container {
    let people = suggestions.iter().map(|it| (it.other, it.name.clone()));
    let names: Names = people.collect();
    suggestions.iter().fold(frame, |frame, it| {
        let name = names.text(it.other, Language::default());
        let text = format!("### {name}\n{}", lines(it, &names, now));
        let avatar = avatars.get(&it.other).cloned();
        let described = names.label(it.other, Language::default());
        let frame = frame.separator().section(text, avatar, &described);
        match it.outcome {
            None => frame.buttons(buttons(it.other, &action)),
            Some(_) => frame,
        }
    })
}

fn buttons(other: PersonId, action: impl Fn(PersonId, Outcome) -> Action) -> Vec<CreateButton> {
    vec![
        main_button(&action(other, Outcome::Talked), "We talked"),
        button(&action(other, Outcome::NotNow), "Not now"),
        button(&action(other, Outcome::Stopped), "Stop"),
    ]
}

fn lines(suggestion: &Suggestion, names: &Names, now: DateTime<Zone>) -> String {
    let mut lines = match &suggestion.last {
        // The heading above has the name; this line has the link.
        Some(last) => talked(&mention(suggestion.other), last, suggestion.circle, now),
        // No mention: Discord shows a number for people the reader never met.
        None => vec![
            format!(
                "You and {} haven't talked yet, as far as I know.",
                names.text(suggestion.other, Language::default())
            ),
            "A first hello is welcome more often than people expect.".to_owned(),
        ],
    };
    let done = match suggestion.outcome {
        Some(outcome) => Some(outcome_text(outcome)),
        None => suggestion.talked_since.then_some("You have talked since."),
    };
    lines.extend(done.map(|done| format!("**{done}**")));
    lines.join("\n")
}

fn talked(who: &str, last: &LastTalk, circle: Circle, now: DateTime<Zone>) -> Vec<String> {
    let how = last
        .how
        .map(encounters::view::how_phrase)
        .unwrap_or_default();
    let mut lines = vec![format!(
        "{who} · You last talked {} ago{how}.",
        ago(last.at, now)
    )];
    if let Some(note) = &last.note {
        lines.push(format!(
            "Your note: {}",
            as_typed_within(note.as_str(), NOTE_SHOWN)
        ));
    }
    lines.extend(thanks_since(last.kudos).map(|thanks| thanks.to(Language::default())));
    lines.push(format!(
        "You wanted to talk {}.",
        circle.rhythm().to(Language::default())
    ));
    lines
}

/// Shown again whenever the message is redrawn: no relative dates.
fn outcome_text(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Talked => "Logged: you talked.",
        Outcome::NotNow => "Not now: I won't bring them up for 30 days.",
        Outcome::Stopped => "Stopped: no more nudges about them.",
    }
}

#[cfg(test)]
mod tests;
