//! What people read about nudges.

use chrono::{DateTime, Utc, Weekday};
use poise::serenity_prelude::{CreateButton, CreateEmbed};

use super::{LastTalk, Nudge, Outcome, Suggestion};
use crate::discord::action::{Action, Invitation};
use crate::discord::reply::{Reply, button, main_button};
use crate::discord::text::{cut, mention, plain};
use crate::encounters;
use crate::encounters::ago::ago;
use crate::ids::{EncounterId, PersonId, TeamId};
use crate::members::Member;
use crate::ties::Circle;

/// How much of a note a nudge shows, in characters: it is to be taken in at a glance.
const NOTE_SHOWN: usize = 300;

/// How much of a name a button shows, in characters: Discord takes 80 in all.
const NAME_SHOWN: usize = 40;

const QUESTION: &str = "Want a short Monday DM about people you're losing touch with?";

/// `text` with the one question about nudges below it.
#[must_use]
pub fn invitation(text: String, encounter: EncounterId) -> Reply {
    let answer = |answer| Action::AnswerInvitation { encounter, answer };
    Reply::new(text).and(QUESTION).buttons(vec![
        main_button(&answer(Invitation::Accept), "Yes"),
        button(&answer(Invitation::Decline), "No thanks"),
        encounters::view::undo(encounter),
    ])
}

/// The message that asked, with `answer` in place of the question.
#[must_use]
pub fn invitation_answered(asked: &str, encounter: EncounterId, answer: &str) -> Reply {
    let text = asked.replace(QUESTION, answer);
    Reply::new(text).buttons(vec![encounters::view::undo(encounter)])
}

/// That nudges are on, and when the next one can come.
#[must_use]
pub fn joined(member: &Member, next: Option<DateTime<Utc>>) -> String {
    let zone = member.schedule.zone;
    let Some(next) = next else {
        return "Nudges are on.".to_owned();
    };
    let next = next.with_timezone(&zone).format("%A, %-d %B, at %H:%M");
    format!(
        "Nudges are on. The next one can come on {next} ({zone}); weeks with nobody to name bring \
         none. `/nudge when` changes day, time and zone, `/nudge off` ends them.",
    )
}

/// That the schedule is changed, and when the next nudge can come.
#[must_use]
pub fn rescheduled(member: &Member, next: Option<DateTime<Utc>>) -> String {
    let schedule = member.schedule;
    let wish = format!(
        "Your nudge comes on {}s at {} ({}).",
        long_day(schedule.weekday),
        schedule.time.format("%H:%M"),
        schedule.zone,
    );
    match next {
        Some(next) => {
            let next = next.with_timezone(&schedule.zone).format("%A, %-d %B");
            format!("{wish} The next one can come on {next}.")
        }
        None => format!("{wish} Nudges are off, though; `/nudge on` brings them."),
    }
}

fn long_day(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// The answer to *No thanks*.
pub const DECLINED: &str = "No DMs, then. `/nudge on` is there if you change your mind.";

/// The answer to `/nudge off`.
pub const OFF: &str = "Nudges are off. What you logged stays; `/nudge on` brings them back.";

/// The answer to `/nudge off` of somebody who has none.
pub const ALREADY_OFF: &str = "You get no nudges. `/nudge on` would bring one a week.";

/// `text`, and below it that direct messages don't arrive, if they don't.
#[must_use]
pub fn with_closed_dms(text: String, member: &Member) -> String {
    if !member.dms_closed {
        return text;
    }
    text + "\n\nYour last nudge could not be delivered, because you take no direct messages from \
            this server. Allow them in the server's Privacy Settings, then use `/nudge on`."
}

/// The weekly message; after an answer, the same message with what was done.
#[must_use]
pub fn nudge(nudge: &Nudge, now: DateTime<Utc>) -> Reply {
    let heading = match &nudge.suggestions[..] {
        [_] => "Somebody you might get in touch with this week:",
        _ => "A few people you might get in touch with this week:",
    };
    let id = nudge.id;
    let action = |other, outcome| Action::AnswerSuggestion {
        nudge: id,
        other,
        outcome,
    };
    draw(heading, &nudge.suggestions, now, action)
}

/// What the nudge would say now, for `/nudge now`; `done` tells what was just done about one of
/// the people it named.
#[must_use]
pub fn preview(
    team: TeamId,
    suggestions: &[Suggestion],
    done: Option<(PersonId, Outcome)>,
    now: DateTime<Utc>,
) -> Reply {
    let done = done.map(|(other, outcome)| format!("{}: {}\n\n", mention(other), told(outcome)));
    let heading = match suggestions {
        [] => "Nobody is due: you are in touch with everybody you told me of.",
        _ => "If your nudge came now, it would say:",
    };
    let heading = done.unwrap_or_default() + heading;
    let action = |other, outcome| Action::AnswerPreview {
        team,
        other,
        outcome,
    };
    draw(&heading, suggestions, now, action)
}

fn draw(
    heading: &str,
    suggestions: &[Suggestion],
    now: DateTime<Utc>,
    action: impl Fn(PersonId, Outcome) -> Action,
) -> Reply {
    let mut reply = Reply::new(heading);
    if suggestions.is_empty() {
        return reply;
    }
    let embed = suggestions.iter().fold(CreateEmbed::new(), |embed, it| {
        embed.field(plain(&it.name), lines(it, now), false)
    });
    reply = reply.embed(embed);
    // A row that stands alone needs no name to say whom it is about.
    let named = suggestions.len() > 1;
    for it in suggestions.iter().filter(|it| it.outcome.is_none()) {
        let name = named.then(|| format!(" · {}", cut(&it.name, NAME_SHOWN)));
        reply = reply.buttons(buttons(&name.unwrap_or_default(), it.other, &action));
    }
    reply
}

fn buttons(
    name: &str,
    other: PersonId,
    action: impl Fn(PersonId, Outcome) -> Action,
) -> Vec<CreateButton> {
    vec![
        main_button(&action(other, Outcome::Talked), format!("We talked{name}")),
        button(&action(other, Outcome::NotNow), "Not now"),
        button(&action(other, Outcome::Stopped), "Stop"),
    ]
}

fn lines(suggestion: &Suggestion, now: DateTime<Utc>) -> String {
    let who = mention(suggestion.other);
    let mut lines = match &suggestion.last {
        Some(last) => talked(&who, last, suggestion.circle, now),
        None => vec![
            format!("{who} joined, and you two have not talked yet as far as I know."),
            "A first hello is welcome more often than people expect.".to_owned(),
        ],
    };
    lines.extend(
        suggestion
            .outcome
            .map(|outcome| format!("**{}**", told(outcome))),
    );
    lines.join("\n")
}

fn talked(who: &str, last: &LastTalk, circle: Circle, now: DateTime<Utc>) -> Vec<String> {
    let how = last
        .how
        .map(encounters::view::in_passing)
        .unwrap_or_default();
    let mut lines = vec![format!(
        "You last talked with {who} {} ago{how}.",
        ago(last.at, now)
    )];
    if let Some(note) = &last.note {
        lines.push(format!(
            "Your note: {}",
            plain(&cut(note.as_str(), NOTE_SHOWN))
        ));
    }
    lines.push(format!(
        "Here because you keep in touch {}.",
        rhythm(circle)
    ));
    lines
}

fn rhythm(circle: Circle) -> String {
    match circle {
        Circle::Close => "every week".to_owned(),
        Circle::Regular => "every month".to_owned(),
        Circle::Wider => "every 3 months".to_owned(),
        Circle::Distant => "every 6 months".to_owned(),
        Circle::Every(days) if days.get() == 1 => "every day".to_owned(),
        Circle::Every(days) => format!("every {} days", days.get()),
    }
}

/// Read again whenever the message is drawn anew, so it must stay true: no "today".
fn told(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Talked => "Logged: you talked.",
        Outcome::NotNow => "Not now: I will leave it for 30 days.",
        Outcome::Stopped => "Stopped: no more nudges about them.",
    }
}
