//! What a command offers while a member types.

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use crate::errors::CommandError;

/// Offers `found`. Offers nothing in place of an error: the command itself says more. `what` names the
/// choices for the operator.
pub(crate) fn offer<T>(
    what: &'static str,
    found: Result<Vec<T>, CommandError>,
    choice: impl Fn(T) -> AutocompleteChoice,
) -> CreateAutocompleteResponse {
    let found = found.unwrap_or_else(|error| {
        tracing::warn!(choices = what, error = %error, "could not offer choices");
        Vec::new()
    });
    CreateAutocompleteResponse::new().set_choices(found.into_iter().map(choice).collect())
}
