//! Time zones as people choose them.

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use super::Context;
use crate::calendar::{Zone, cities};
use crate::errors::Refusal;

/// How many zones are offered at a time: as many as Discord shows.
const OFFERED: usize = 25;

/// Reads a zone: an IANA name, a city, or an offset.
pub fn parse(text: &str) -> Result<Zone, Refusal> {
    cities::find(text).ok_or_else(|| {
        Refusal::new(
            "I don't know that time zone. A large city works, like Berlin or São Paulo, and so does \
             an offset, like UTC+2.",
        )
    })
}

/// Zones that go by what was typed so far.
#[expect(clippy::unused_async, reason = "poise wants it async")]
pub(crate) async fn complete(_: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let offers = cities::offers(partial, OFFERED).into_iter();
    let choices = offers.map(|it| AutocompleteChoice::new(it.label, it.zone.name()));
    let choices = choices.collect();
    CreateAutocompleteResponse::new().set_choices(choices)
}
