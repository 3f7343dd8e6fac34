//! The texts about nudges.

mod dated;
mod extras;

use std::collections::HashMap;

use chrono::{DateTime, Datelike as _, Utc};
use poise::serenity_prelude::CreateButton;

use dated::{dates_beside, with_buttons};
pub(super) use extras::NOTE_SHOWN;
use extras::{Extras, with_what_fits};

use super::{LastTalk, Nudge, Suggestion, SuggestionOutcome};
use crate::dates::view::coming;
use crate::discord::custom_id::CustomId;
use crate::discord::layout::Container;
use crate::discord::names::{Names, PersonName};
use crate::discord::reply::{Reply, button, main_button};
use crate::discord::text::{as_typed_within, cut, mention, plain, plain_within, timestamp};
use crate::encounters::How;
use crate::errors::Refusal;
use crate::ids::{PersonId, TeamId};
use crate::kudos::between::thanks_since;
use crate::language::{Language, Text, text, tr};
use crate::members::change::Changed;
use crate::members::pause::{Length, Pause};
use crate::members::{Hindrance, Member};
use crate::nudges::action::Action;
use crate::nudges::reminders::action::Action as Remind;
use crate::prose::is_visible;

/// How many characters of a contact's organisation are shown.
const ORG_SHOWN: usize = 40;

/// How many characters of a server's name are shown.
const NAME_SHOWN: usize = 40;

/// Nudges are on, and when the next one can come.
#[must_use]
pub(crate) fn joined(next: Option<DateTime<Utc>>) -> Text {
    match next {
        Some(next) => text!("nudges-on-next", when = timestamp::weekday_and_time(next)),
        None => text!("nudges-on"),
    }
}

/// The schedule is changed, and when the next nudge can come.
#[must_use]
pub(crate) fn rescheduled(
    member: &Member,
    next: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Text {
    let (weekday, zone) = (member.schedule.weekday, member.schedule.zone.to_string());
    let time = member.schedule.time.format("%H:%M").to_string();
    let paused = member.hindrance() == Some(Hindrance::Paused);
    if let Some(date) = next.map(timestamp::date) {
        return if paused {
            text!("nudges-come-paused-next", weekday, time, zone, date)
        } else if member.away(now).is_some() && member.paused(now).is_none() {
            text!("nudges-come-away-next", weekday, time, zone, date)
        } else {
            text!("nudges-come-next", weekday, time, zone, date)
        };
    }
    match member.hindrance() {
        // The line below the answer says why none comes, and what to do.
        Some(Hindrance::ClosedDms) | None => text!("nudges-come", weekday, time, zone),
        Some(Hindrance::Untracked) => text!("nudges-come-untracked", weekday, time, zone),
        Some(Hindrance::Paused) => text!("nudges-come-paused", weekday, time, zone),
        Some(Hindrance::Off) => text!("nudges-come-off", weekday, time, zone),
    }
}

/// The answer to *No thanks*.
pub(crate) fn declined() -> Text {
    text!("nudges-declined")
}

/// The answer to `/nudge off`; `were_on` is whether the member got any.
#[must_use]
pub(crate) fn off(were_on: bool) -> Text {
    if were_on {
        text!("nudges-off")
    } else {
        text!("nudges-already-off")
    }
}

/// Refuses to pause or resume nudges for members who get none.
#[must_use]
pub(crate) fn already_off() -> Refusal {
    Refusal::new(off(false))
}

/// Refuses a button of another member's nudge.
#[must_use]
pub(crate) fn not_yours() -> Refusal {
    Refusal::new(text!("nudge-not-yours"))
}

/// Refuses a button about a person who is no longer in the nudge.
#[must_use]
pub(crate) fn no_longer_named() -> Refusal {
    Refusal::new(text!("nudge-no-longer-named"))
}

/// Refuses nudges to members who asked not to be tracked.
#[must_use]
pub(crate) fn untracked() -> Refusal {
    Refusal::new(text!("nudges-untracked"))
}

pub(super) fn bold(server: &str) -> String {
    format!("**{}**", plain(&cut(server, NAME_SHOWN)))
}

/// The lengths of a pause, to choose from.
#[must_use]
pub(crate) fn pause_offer(team: TeamId, server: Option<&str>, language: Language) -> Reply {
    let choice = |length: Length| {
        let action = Action::PauseNudges { team, length };
        button(&action, length.label().to(language))
    };
    let question = match server.map(bold) {
        Some(server) => tr!(language, "nudges-pause-question-from", server),
        None => tr!(language, "nudges-pause-question"),
    };
    Reply::new(question).buttons(Length::ALL.into_iter().map(choice).collect())
}

/// Nudges are paused, and how long. The server's name is for readers outside of it.
#[must_use]
pub(crate) fn paused(member: &Member, server: Option<&str>, now: DateTime<Utc>) -> Text {
    let weekday = member.schedule.weekday;
    match (member.paused(now), server.map(bold)) {
        (Some(Pause::Until(end)), Some(server)) => {
            let date = timestamp::date(end);
            text!("nudges-paused-until-from", server, date, weekday)
        }
        (Some(Pause::Until(end)), None) => {
            text!("nudges-paused-until", date = timestamp::date(end), weekday)
        }
        (Some(Pause::UntilTheySay), Some(server)) => text!("nudges-paused-from", server),
        (Some(Pause::UntilTheySay), None) => text!("nudges-paused"),
        (None, _) => text!("nudges-not-paused"),
    }
}

/// `text`, with the button that resumes nudges.
#[must_use]
pub(crate) fn with_resume(text: &Text, team: TeamId, language: Language) -> Reply {
    let resume = button(&Action::ResumeNudges(team), tr!(language, "nudges-resume"));
    Reply::new(text.to(language)).buttons(vec![resume])
}

/// The answer to `/nudge resume`.
#[must_use]
pub(crate) fn resumed(resumed: &Changed<bool>) -> Text {
    if resumed.outcome {
        joined(resumed.next)
    } else {
        text!("nudges-not-paused")
    }
}

/// The weekly message, with the answers so far. It names the server: members of two servers get one
/// from each. `avatars` are the addresses of people's pictures.
#[must_use]
pub(crate) fn nudge(
    nudge: &Nudge,
    server: Option<&str>,
    avatars: &HashMap<PersonId, String>,
    language: Language,
) -> Reply {
    let suggested = nudge.suggestions.iter().filter(|it| !it.for_date).count();
    let heading = match (suggested, &nudge.suggestions[..]) {
        (_, []) => tr!(language, "nudge-of-nobody"),
        (0, _) => tr!(language, "nudge-of-dates"),
        (1, _) => tr!(language, "nudge-of-one"),
        _ => tr!(language, "nudge-of-several"),
    };
    let id = nudge.id;
    let buttons = |other| {
        let answer = |outcome| Action::AnswerSuggestion {
            nudge: id,
            other,
            outcome,
        };
        let remind = Remind::Offer { nudge: id, other };
        let remind = button(&remind, tr!(language, "nudge-remind"));
        let mut buttons = answers(answer, language);
        buttons.insert(1, remind);
        buttons
    };
    let from = server.map(|server| tr!(language, "nudge-from", server = bold(server)));
    let draw = |suggestions: &[Suggestion], extras: Extras<'_>| {
        let frame = Container::default().text(heading.as_str());
        let frame = people(frame, suggestions, extras, buttons, language).separator();
        let frame = match &from {
            Some(from) => frame.text(format!("-# {from}")),
            None => frame,
        };
        Reply::default().container(frame.buttons(vec![
            button(&Action::OfferPause(id), tr!(language, "nudge-pause")),
            button(&Action::OpenSettings(id), tr!(language, "nudge-settings")),
        ]))
    };
    with_what_fits(&nudge.suggestions, avatars, draw)
}

/// What a nudge would say now, for `/nudge now`; `done` is the answer the member just gave about a
/// person.
#[must_use]
pub(crate) fn preview(
    team: TeamId,
    suggestions: &[Suggestion],
    avatars: &HashMap<PersonId, String>,
    done: Option<(PersonName, SuggestionOutcome)>,
    language: Language,
) -> Reply {
    let done = done.map(|(other, outcome)| {
        let (name, done) = (other.text(language), outcome_text(outcome).to(language));
        format!("**{name}** · {done}")
    });
    let done = Reply::new(done.unwrap_or_default());
    if suggestions.is_empty() {
        return done.and(&tr!(language, "nudge-nobody"));
    }
    let buttons = |other| {
        let answer = |outcome| Action::AnswerPreview {
            team,
            other,
            outcome,
        };
        answers(answer, language)
    };
    let draw = |suggestions: &[Suggestion], extras: Extras<'_>| {
        let frame = Container::default().text(tr!(language, "nudge-preview"));
        let frame = people(frame, suggestions, extras, buttons, language);
        done.clone().container(frame)
    };
    with_what_fits(suggestions, avatars, draw)
}

/// Adds each person's lines and avatar to `frame`, with their buttons right below while they have no
/// answer.
fn people(
    frame: Container,
    suggestions: &[Suggestion],
    extras: Extras<'_>,
    buttons: impl Fn(PersonId) -> Vec<CreateButton>,
    language: Language,
) -> Container {
    let people = suggestions.iter().map(|it| (it.other, it.name.clone()));
    let names: Names = people.collect();
    let (shown, beside) = with_buttons(suggestions);
    let frame = shown.into_iter().fold(frame, |frame, it| {
        let name = names.text(it.other, language);
        let text = format!("### {name}\n{}", lines(it, &names, extras.note, language));
        let avatar = extras
            .avatars
            .and_then(|known| known.get(&it.other).cloned());
        let described = names.label(it.other, language);
        let frame = if extras.separators {
            frame.separator()
        } else {
            frame
        };
        let frame = frame.section(text, avatar, &described);
        match it.outcome {
            None => frame.buttons(buttons(it.other)),
            Some(_) => frame,
        }
    });
    match dates_beside(&beside, &names, language) {
        Some(dates) => frame.separator().text(dates),
        None => frame,
    }
}

/// The buttons that answer a suggestion.
fn answers(answer: impl Fn(SuggestionOutcome) -> Action, language: Language) -> Vec<CreateButton> {
    let mut buttons = talked_or_not(&answer, language);
    let stop = answer(SuggestionOutcome::Stopped);
    buttons.push(button(&stop, tr!(language, "nudge-stop")));
    buttons
}

/// The two answers that a suggestion and a reminder have.
pub(super) fn talked_or_not<A: CustomId>(
    answer: impl Fn(SuggestionOutcome) -> A,
    language: Language,
) -> Vec<CreateButton> {
    vec![
        main_button(
            &answer(SuggestionOutcome::Talked),
            tr!(language, "nudge-talked"),
        ),
        button(
            &answer(SuggestionOutcome::NotNow),
            tr!(language, "nudge-not-now"),
        ),
    ]
}

fn lines(suggestion: &Suggestion, names: &Names, note: usize, language: Language) -> String {
    let rhythm =
        (!suggestion.for_date).then(|| text!("nudge-rhythm", rhythm = suggestion.circle.rhythm()));
    let texts = match &suggestion.last {
        Some(last) => talked(last, rhythm, note),
        None if suggestion.other.is_contact() => {
            let never = Some(text!("nudge-contact-never"));
            never.into_iter().chain(rhythm).collect()
        }
        // No mention: Discord shows a number for people the reader never met.
        None => vec![
            text!("nudge-never", name = names.argument(suggestion.other)),
            text!("nudge-hello"),
        ],
    };
    let dates = suggestion.dates.iter().map(|it| coming(*it, language));
    let mut lines: Vec<_> = dates.chain(texts).map(|it| it.to(language)).collect();
    if let Some(day) = suggestion.back_since {
        let weekday = language.weekday(day.weekday());
        lines.push(tr!(language, "nudge-back-since", weekday));
    }
    if let Some(question) = suggestion.question {
        let question = question.text(language);
        lines.push(tr!(language, "nudge-question", question));
    }
    // The heading above has the name; this line says more about who that is.
    if let (Some(who), Some(first)) = (who(suggestion), lines.first_mut()) {
        *first = format!("{who} · {first}");
    }
    let reminder = || {
        let when = suggestion.reminder.map(timestamp::weekday_and_time);
        when.map(|when| text!("nudge-reminder", when))
    };
    let done = match suggestion.outcome {
        Some(outcome) => Some(outcome_text(outcome)),
        None if suggestion.talked_since => Some(text!("nudge-talked-since")),
        None => reminder(),
    };
    lines.extend(done.map(|done| format!("**{}**", done.to(language))));
    lines.join("\n")
}

/// A link to a member who met the reader, or the organisation of a contact.
fn who(suggestion: &Suggestion) -> Option<String> {
    if suggestion.other.is_contact() {
        let org = &suggestion.name.username;
        return is_visible(org).then(|| plain_within(org, ORG_SHOWN));
    }
    suggestion.last.as_ref().map(|_| mention(suggestion.other))
}

/// The last talk, so many characters of the note, and the `rhythm` if it is why they are named.
fn talked(last: &LastTalk, rhythm: Option<Text>, shown: usize) -> Vec<Text> {
    let ago = timestamp::relative(last.at);
    let first = match last.how.and_then(How::phrase) {
        Some(how) => text!("nudge-last-how", ago, how),
        None => text!("nudge-last", ago),
    };
    let note = last.note.as_ref().map(|note| {
        let note = as_typed_within(note.as_str(), shown);
        text!("nudge-note", note)
    });
    let texts = [Some(first), note, thanks_since(last.kudos), rhythm];
    texts.into_iter().flatten().collect()
}

/// Shown again whenever the message is redrawn: no relative dates.
pub(super) fn outcome_text(outcome: SuggestionOutcome) -> Text {
    match outcome {
        SuggestionOutcome::Talked => text!("nudge-done-talked"),
        SuggestionOutcome::NotNow => text!("nudge-done-not-now"),
        SuggestionOutcome::Stopped => text!("nudge-done-stopped"),
    }
}

#[cfg(test)]
mod tests;
