//! The texts about reminders.

use chrono::{DateTime, Days, NaiveDate, Utc};
use poise::serenity_prelude::{CreateButton, CreateModal};

use super::Reminder;
use super::action::{Action, ReminderSubject};
use crate::calendar::Zone;
use crate::discord::layout::Container;
use crate::discord::names::PersonName;
use crate::discord::reply::{Reply, button, form as modal, short_input};
use crate::discord::text::{as_typed_within, capital, mention, timestamp};
use crate::errors::Refusal;
use crate::language::{Language, text, tr};
use crate::nudges::view::{NOTE_SHOWN, bold, outcome_text, talked_or_not};
use chrono::Datelike as _;

/// The modal input for a time.
pub(crate) const WHEN: &str = "when";

/// The times to choose from.
pub(crate) struct Offer<'a> {
    /// The suggestion that it is about.
    pub(crate) about: ReminderSubject,
    /// Their name.
    pub(crate) name: &'a PersonName,
    /// The reminder that the member has.
    pub(crate) chosen: Option<DateTime<Utc>>,
    /// The times.
    pub(crate) times: [DateTime<Utc>; 3],
    /// The day in the member's zone.
    pub(crate) today: NaiveDate,
    /// The member's zone.
    pub(crate) zone: Zone,
    /// Whether a time that was offered before has passed.
    pub(crate) late: bool,
}

/// Asks when to be reminded.
#[must_use]
pub(crate) fn offer(offer: &Offer<'_>, language: Language) -> Reply {
    let late = offer.late.then(|| tr!(language, "remind-late"));
    let question = tr!(language, "remind-question", name = offer.name);
    let chosen = offer.chosen.map(|at| {
        let when = timestamp::weekday_and_time(at);
        tr!(language, "remind-chosen", when)
    });
    let lines: Vec<_> = [late, Some(question), chosen]
        .into_iter()
        .flatten()
        .collect();
    let times = offer.times.into_iter().map(|at| {
        let action = Action::Choose {
            about: offer.about,
            at: at.timestamp(),
        };
        button(&action, label(at, offer, language))
    });
    let own = button(&Action::Ask(offer.about), tr!(language, "remind-own"));
    Reply::new(language.sentences(&lines)).buttons(times.chain([own]).collect())
}

/// "Tomorrow, 09:00", on the member's clock.
fn label(at: DateTime<Utc>, offer: &Offer<'_>, language: Language) -> String {
    let local = at.with_timezone(&offer.zone);
    let (day, time) = (local.date_naive(), local.format("%H:%M").to_string());
    if day == offer.today {
        return tr!(language, "remind-today", time);
    }
    if Some(day) == offer.today.checked_add_days(Days::new(1)) {
        return tr!(language, "remind-tomorrow", time);
    }
    let weekday = capital(&language.weekday(day.weekday()));
    tr!(language, "remind-weekday", weekday, time)
}

/// The form for another time.
pub(crate) fn form(about: ReminderSubject, language: Language) -> CreateModal {
    let input = short_input(WHEN, &tr!(language, "remind-form-when"))
        .placeholder(tr!(language, "remind-form-hint"))
        .max_length(100);
    modal(&Action::Write(about), &tr!(language, "remind-form"), input)
}

/// Says when the reminder comes.
#[must_use]
pub(crate) fn kept(name: &PersonName, at: DateTime<Utc>, language: Language) -> Reply {
    let when = timestamp::weekday_and_time(at);
    Reply::new(tr!(language, "remind-kept", name, when))
}

/// Refuses reminders that could not reach the member.
#[must_use]
pub(crate) fn hindered() -> Refusal {
    Refusal::new(text!("remind-hindered"))
}

/// Refuses a button of another member's reminder, or of one that is gone.
#[must_use]
pub(crate) fn not_yours() -> Refusal {
    Refusal::new(text!("remind-not-yours"))
}

/// The direct message, with the answer so far. It names the server, as a nudge does.
#[must_use]
pub(crate) fn reminder(reminder: &Reminder, server: Option<&str>, language: Language) -> Reply {
    let name = &reminder.name;
    let mut lines = vec![format!("### {}", name.text(language))];
    let linked = mention(reminder.other);
    let asked = tr!(language, "reminder-asked");
    lines.push(if reminder.other.is_contact() {
        asked
    } else {
        format!("{linked} · {asked}")
    });
    lines.extend(reminder.note.as_ref().map(|note| {
        let note = as_typed_within(note.as_str(), NOTE_SHOWN);
        tr!(language, "nudge-note", note)
    }));
    let done = reminder
        .outcome
        .map(|outcome| outcome_text(outcome).to(language));
    lines.extend(done.map(|done| format!("**{done}**")));
    let frame = Container::default().text(lines.join("\n"));
    let frame = match server {
        Some(server) => {
            let from = tr!(language, "nudge-from", server = bold(server));
            frame.text(format!("-# {from}"))
        }
        None => frame,
    };
    let frame = match reminder.outcome {
        None => frame.buttons(buttons(reminder, language)),
        Some(_) => frame,
    };
    Reply::default().container(frame)
}

fn buttons(reminder: &Reminder, language: Language) -> Vec<CreateButton> {
    let answer = |outcome| Action::Answer {
        reminder: reminder.id,
        outcome,
    };
    talked_or_not(answer, language)
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator as _;

    use super::*;
    use crate::discord::limits::{assert_form, assert_message};
    use crate::encounters::note::Note;
    use crate::ids::{PersonId, ReminderId, TeamId};
    use crate::nudges::SuggestionOutcome;

    const ABOUT: ReminderSubject = ReminderSubject {
        team: TeamId(i64::MAX),
        other: PersonId(i64::MAX),
    };

    fn name() -> PersonName {
        PersonName {
            shown: "*".repeat(32),
            username: "x".repeat(32),
        }
    }

    #[test]
    fn everything_about_reminders_fits_in_every_language() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        for language in Language::iter() {
            let offer = Offer {
                about: ABOUT,
                name: &name(),
                chosen: Some(at("2026-12-02T10:00:00Z")),
                times: [
                    at("2026-11-30T12:00:00Z"),
                    at("2026-12-01T09:00:00Z"),
                    at("2026-12-02T10:00:00Z"),
                ],
                today: "2026-11-30".parse().unwrap(),
                zone: Zone::utc(),
                late: true,
            };
            assert_message(super::offer(&offer, language));
            assert_form(&form(ABOUT, language));
            for outcome in [
                None,
                Some(SuggestionOutcome::Talked),
                Some(SuggestionOutcome::NotNow),
            ] {
                let reminder = Reminder {
                    id: ReminderId(i64::MAX),
                    team: ABOUT.team,
                    member: PersonId(1),
                    language,
                    other: ABOUT.other,
                    name: name(),
                    note: Some(Note::kept("*".repeat(4000))),
                    outcome,
                };
                assert_message(super::reminder(&reminder, Some(&"*".repeat(100)), language));
            }
        }
    }
}
