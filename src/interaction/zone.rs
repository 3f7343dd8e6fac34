//! Time zones as people choose them.

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use super::Context;
use crate::calendar::{Zone, abbreviations, cities};
use crate::discord::text::{cut, plain};
use crate::errors::Refusal;
use crate::prose::is_visible;

/// How many zones to offer at a time: Discord shows no more.
const OFFERED: usize = 25;

/// Parses a zone: an IANA name, a city, or an offset.
pub fn parse(text: &str) -> Result<Zone, Refusal> {
    cities::find(text).ok_or_else(|| Refusal::new(unknown(text)))
}

/// How much of an unknown zone's text to repeat.
const SHOWN: usize = 40;

fn unknown(text: &str) -> String {
    let shown = plain(&cut(text.trim(), SHOWN));
    let several = abbreviations::zones(text).into_iter();
    let several: Vec<_> = several.map(abbreviations::city).collect();
    match several.as_slice() {
        [] if is_visible(text) => format!(
            "I don't know the time zone \"{shown}\". A large city works, like Berlin or São Paulo, \
             and so does an offset, like UTC+2."
        ),
        [] => "That is no time zone. A large city works, like Berlin or São Paulo, and so does an \
               offset, like UTC+2."
            .to_owned(),
        several => format!(
            "\"{shown}\" can be the clock of several places, and not all of them change it in \
             summer. Type the one you mean: {}.",
            several.join(" or ")
        ),
    }
}

/// Returns zones that match the typed text.
#[expect(clippy::unused_async, reason = "poise wants it async")]
pub(crate) async fn complete(_: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let offers = cities::offers(partial, OFFERED).into_iter();
    let choices = offers.map(|it| AutocompleteChoice::new(it.label, it.zone.name()));
    let choices = choices.collect();
    CreateAutocompleteResponse::new().set_choices(choices)
}
