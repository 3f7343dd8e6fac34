//! Time zones as people choose them.

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use super::Context;
use crate::calendar::{Zone, abbreviations, cities};
use crate::discord::text::{cut, plain};
use crate::errors::Refusal;
use crate::language::{Argument, text};
use crate::prose::is_visible;

/// How many zones to offer at a time: Discord shows no more.
const OFFERED: usize = 25;

/// Parses a zone: an IANA name, a city, or an offset.
pub fn parse(text: &str) -> Result<Zone, Refusal> {
    cities::find(text).ok_or_else(|| unknown(text))
}

/// How much of an unknown zone's text to repeat.
const SHOWN: usize = 40;

fn unknown(text: &str) -> Refusal {
    let typed = plain(&cut(text.trim(), SHOWN));
    let several = abbreviations::zones(text).into_iter();
    let several: Vec<_> = several.map(abbreviations::city).collect();
    Refusal::new(match several.as_slice() {
        [] if is_visible(text) => text!("zone-unknown", typed),
        [] => text!("zone-empty"),
        _ => text!(
            "zone-ambiguous",
            typed,
            cities = Argument::alternatives(several)
        ),
    })
}

/// Returns zones that match the typed text.
#[expect(clippy::unused_async, reason = "poise wants it async")]
pub(crate) async fn complete(_: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let offers = cities::offers(partial, OFFERED).into_iter();
    let choices = offers.map(|it| AutocompleteChoice::new(it.label, it.zone.name()));
    let choices = choices.collect();
    CreateAutocompleteResponse::new().set_choices(choices)
}
