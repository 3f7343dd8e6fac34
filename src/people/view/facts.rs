//! What a card says about a person and the tie with them, above the talks.

use chrono::{DateTime, Utc};

use super::contact;
use super::next::next_nudge;
use crate::dates::view::on_card;
use crate::discord::text::mention;
use crate::kudos::between::{thanks, thanks_since};
use crate::language::{Language, text, tr};
use crate::members::Member;
use crate::people::Card;
use crate::ties::{Kind, Tie};

/// A line for each fact.
pub(super) fn facts(
    card: &Card,
    member: &Member,
    now: DateTime<Utc>,
    language: Language,
) -> String {
    let tie = &card.known.tie;
    let kind = tie.kind.map(Kind::label);
    let next = next_nudge(tie, member, now, language);
    let who = match &card.contact {
        Some(contact) => contact::facts(contact, language),
        None => vec![mention(tie.other)],
    };
    // Nobody outside the server can be thanked.
    let kudos = match &card.contact {
        Some(_) => None,
        None => Some(tr!(language, "people-kudos", kudos = kudos(card, language))),
    };
    let about = who.into_iter().chain(away(tie, now, language));
    let facts = [
        kind.map(|kind| tr!(language, "people-kind", kind)),
        Some(circle(tie, language)),
        Some(tr!(language, "people-next", next)),
        kudos,
    ];
    let about = about.chain(dates(card, language));
    let all: Vec<_> = about.chain(facts.into_iter().flatten()).collect();
    all.join("\n")
}

/// When they are back. The day is that of their own calendar, so it stays in words.
fn away(tie: &Tie, now: DateTime<Utc>, language: Language) -> Option<String> {
    let away = tie.away(now).filter(|_| !tie.gone && !tie.untracked)?;
    let day = language.day_of_month(away.back_on);
    Some(tr!(language, "people-away", day))
}

fn dates(card: &Card, language: Language) -> Vec<String> {
    let tie = &card.known.tie;
    if tie.gone || tie.untracked {
        return Vec::new();
    }
    on_card(card.dates, language)
}

fn circle(tie: &Tie, language: Language) -> String {
    let circle = tie.circle.label();
    if tie.own_circle {
        tr!(language, "people-circle", circle)
    } else {
        tr!(language, "people-circle-of-team", circle)
    }
}

/// How often the two thanked each other, and how much of that since they last talked.
fn kudos(card: &Card, language: Language) -> String {
    let Some(ever) = thanks(card.kudos) else {
        return tr!(language, "people-kudos-none");
    };
    let since = card.kudos_since.map(|since| {
        if since == card.kudos {
            return text!("people-kudos-all-since");
        }
        thanks_since(since).unwrap_or_else(|| text!("people-kudos-none-since"))
    });
    let sentences = [Some(ever), since].into_iter().flatten();
    let sentences: Vec<_> = sentences.map(|it| it.to(language)).collect();
    language.sentences(&sentences)
}
