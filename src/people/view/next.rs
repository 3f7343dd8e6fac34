//! When the next nudge about a person comes, or why none does.

use chrono::{DateTime, Utc};

use crate::discord::text::timestamp;
use crate::language::{Language, Text, text};
use crate::members::{Hindrance, Member};
use crate::ties::Tie;

/// Why the member gets none.
fn no_nudges(member: &Member) -> Text {
    match member.hindrance() {
        Some(Hindrance::Untracked) => text!("people-next-own-untracked"),
        Some(Hindrance::Paused) => text!("people-next-own-paused"),
        Some(Hindrance::ClosedDms) => text!("people-next-own-closed"),
        Some(Hindrance::Off) | None => text!("people-next-own-off"),
    }
}

/// The sentences on the card of `tie`.
pub(super) fn next_nudge(
    tie: &Tie,
    member: &Member,
    now: DateTime<Utc>,
    language: Language,
) -> String {
    let sentences: Vec<_> = sentences(tie, member, now)
        .into_iter()
        .map(|it| it.to(language))
        .collect();
    language.sentences(&sentences)
}

fn sentences(tie: &Tie, member: &Member, now: DateTime<Utc>) -> Vec<Text> {
    if tie.gone {
        return vec![text!("people-next-gone")];
    }
    if tie.apart {
        return vec![text!("people-next-apart")];
    }
    if tie.stopped {
        return vec![text!("people-next-stopped")];
    }
    if tie.untracked {
        return vec![text!("people-next-untracked")];
    }
    let snoozed = tie.snoozed(now);
    let snoozed = snoozed.map(|it| text!("people-next-snoozed", date = timestamp::date(it)));
    let mut sentences: Vec<_> = snoozed.into_iter().collect();
    let Some(from) = tie.nameable_from() else {
        sentences.push(text!("people-next-before-talk"));
        return sentences;
    };
    if let Some(at) = member.nudge_after(from.max(now)) {
        sentences.push(text!("people-next-earliest", date = timestamp::date(at)));
        return sentences;
    }
    sentences.push(no_nudges(member));
    let due = tie.due_at().map(timestamp::relative);
    sentences.extend(due.map(|when| text!("people-next-due", when)));
    sentences
}
