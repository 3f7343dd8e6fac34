//! The selects of a circle and of a kind.

use poise::serenity_prelude as serenity;
use serenity::{CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption};
use strum::IntoEnumIterator as _;

use super::{Circle, Kind};
use crate::discord::custom_id::CustomId;
use crate::discord::reply::{form, short_input};
use crate::discord::text::capital;
use crate::errors::Refusal;
use crate::interaction::press::Press;
use crate::language::{Language, tr};

/// The value of "my own number of days".
const OWN: &str = "own";

/// The value of "not said".
const NONE: &str = "none";

/// The modal input for the number of days.
const DAYS: &str = "days";

/// A select of circles for `action`; `current` is the present one.
pub(crate) fn circle_select(
    action: &impl CustomId,
    current: Option<Circle>,
    language: Language,
) -> CreateSelectMenu {
    let own = current.filter(|circle| !Circle::NAMED.contains(circle));
    let circles = Circle::NAMED.into_iter().chain(own).map(|circle| {
        CreateSelectMenuOption::new(circle.label().to(language), circle.as_str())
            .default_selection(current == Some(circle))
    });
    let days = CreateSelectMenuOption::new(tr!(language, "circle-pick-own"), OWN);
    let options = circles.chain([days]).collect();
    CreateSelectMenu::new(action.encode(), CreateSelectMenuKind::String { options })
        .placeholder(tr!(language, "circle-pick"))
}

/// A select of what the other person is to the member, for `action`; `current` is what they said.
pub(crate) fn kind_select(
    action: &impl CustomId,
    current: Option<Kind>,
    language: Language,
) -> CreateSelectMenu {
    let kinds = Kind::iter().map(|kind| {
        CreateSelectMenuOption::new(capital(&kind.label().to(language)), kind.as_str())
            .default_selection(current == Some(kind))
    });
    let none = CreateSelectMenuOption::new(tr!(language, "kind-pick-none"), NONE);
    let options = kinds.chain([none]).collect();
    CreateSelectMenu::new(action.encode(), CreateSelectMenuKind::String { options })
        .placeholder(tr!(language, "kind-pick"))
}

/// The chosen kind; `None` is not said.
pub(crate) fn chosen_kind(press: &Press<'_>) -> Result<Option<Kind>, Refusal> {
    press.choice(|word| match word {
        NONE => Some(None),
        kind => kind.parse().ok().map(Some),
    })
}

/// The chosen circle; `None` if they want to write a number of days.
pub(crate) fn chosen_circle(press: &Press<'_>) -> Result<Option<Circle>, Refusal> {
    press.choice(|word| match word {
        OWN => Some(None),
        circle => Circle::parse(circle).ok().map(Some),
    })
}

/// Asks for a number of days; the modal answers with `action`.
pub(crate) fn days_form(action: &impl CustomId, language: Language) -> serenity::CreateModal {
    let input = short_input(DAYS, &tr!(language, "circle-form-days"))
        .max_length(20)
        .placeholder("10");
    form(action, &tr!(language, "circle-form"), input)
}

/// The circle written into [`days_form`].
pub(crate) fn written_circle(press: &Press<'_>) -> Result<Circle, Refusal> {
    Circle::parse_days(press.written(DAYS).unwrap_or_default())
        .map_err(|error| Refusal::new(error.sentence()))
}
