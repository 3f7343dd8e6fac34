//! The selects on a card: the snooze, and talks in which the member did not take part.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption};
use strum::VariantArray as _;

use super::dates::dated_label;
use super::step;
use crate::calendar::Zone;
use crate::discord::custom_id::CustomId as _;
use crate::errors::Refusal;
use crate::interaction::press::Press;
use crate::language::{Language, tr};
use crate::members::Member;
use crate::people::{Card, CardStep};
use crate::ties::{Snooze, Tie};

/// The select value that ends the snooze.
const END_SNOOZE: &str = "awake";

/// A select of snoozes, and of the end of the present one.
pub(super) fn snooze_select(
    tie: &Tie,
    now: DateTime<Utc>,
    zone: Zone,
    language: Language,
) -> CreateSelectMenu {
    let option = |snooze: &Snooze| {
        CreateSelectMenuOption::new(snooze.label().to(language), snooze.to_string())
    };
    let mut options: Vec<_> = Snooze::VARIANTS.iter().map(option).collect();
    let placeholder = match tie.snoozed(now) {
        Some(until) => {
            let end = tr!(language, "people-end-snooze");
            options.push(CreateSelectMenuOption::new(end, END_SNOOZE));
            let day = language.day(until.with_timezone(&zone).date_naive());
            tr!(language, "people-snoozed-until", day)
        }
        None => tr!(language, "people-snooze"),
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
pub(super) fn absences(
    card: &Card,
    member: &Member,
    language: Language,
) -> Option<CreateSelectMenu> {
    let others = card
        .talks
        .iter()
        .filter(|it| !it.is_deleted_by(member.person));
    let options: Vec<_> = others
        .map(|talk| {
            let when = dated_label(talk, member.schedule.zone, language);
            let name = talk.logger.label(language);
            let label = tr!(language, "people-absent-from", when, name);
            CreateSelectMenuOption::new(label, talk.encounter.to_string())
        })
        .collect();
    if options.is_empty() {
        return None;
    }
    let action = step(&card.known.tie, CardStep::Absent).encode();
    let kind = CreateSelectMenuKind::String { options };
    Some(CreateSelectMenu::new(action, kind).placeholder(tr!(language, "people-absent")))
}
