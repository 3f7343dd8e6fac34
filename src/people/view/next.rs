//! When the next nudge about a person comes, or why none does.

use chrono::{DateTime, Utc};

use super::due;
use crate::discord::text::capital;
use crate::encounters::ago::{date, in_words};
use crate::members::{Hindrance, Member};
use crate::ties::Tie;

/// Why the member gets none.
fn no_nudges(member: &Member) -> &'static str {
    match member.hindrance() {
        Some(Hindrance::Untracked) => {
            "You get none, as you asked not to be tracked. *Track me again* in `/privacy` changes that."
        }
        Some(Hindrance::Paused) => "Yours are paused; `/nudge resume` brings them.",
        Some(Hindrance::ClosedDms) => {
            "You take no direct messages; allow them, then `/nudge on` brings nudges."
        }
        Some(Hindrance::Off) | None => "You get none; `/nudge on` brings them.",
    }
}

/// The sentence on the card of `tie`.
pub(super) fn next_nudge(tie: &Tie, member: &Member, now: DateTime<Utc>) -> String {
    let zone = member.schedule.zone;
    if tie.gone {
        return "None: they left the server.".to_owned();
    }
    if tie.stopped {
        return "None: you stopped nudges about them.".to_owned();
    }
    if tie.untracked {
        return "None: they asked not to be tracked.".to_owned();
    }
    let snoozed = tie.snoozed(now).map(|until| in_words(until, now, zone));
    let snoozed = snoozed.map(|until| format!("Snoozed until {until}. "));
    let next = match tie.nameable_from() {
        None => "None before you two have talked.".to_owned(),
        Some(from) => {
            if let Some(at) = member.nudge_after(from.max(now)) {
                format!("On {} at the earliest.", date(at, zone))
            } else {
                let due = due(tie, zone, now).map(|due| format!(" {}.", capital(&due)));
                no_nudges(member).to_owned() + &due.unwrap_or_default()
            }
        }
    };
    snoozed.unwrap_or_default() + &next
}
