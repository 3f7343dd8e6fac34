//! Members switch their talks in voice channels on and off.

use super::action::Action;
use super::{store, view};
use crate::app::App;
use crate::encounters;
use crate::errors::{CommandError, Failure};
use crate::interaction::Caller;
use crate::interaction::press::Press;
use crate::members::change::change;
use crate::team::Switch;

/// The answer to the question.
pub(crate) async fn answer(
    app: &App,
    press: &Press<'_>,
    action: Action,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let (encounter, text, wanted) = match action {
        Action::Accept(encounter) => (encounter, view::accepted(), Switch::On),
        Action::Decline(encounter) => (encounter, view::declined(), Switch::Off),
    };
    let reply = press
        .in_time(async {
            choose(app, &caller, wanted).await?;
            let reply = encounters::commands::question_answered(app, &caller, encounter, &text);
            Ok(reply.await?)
        })
        .await?;
    Ok(press.update(reply).await?)
}

/// Stores whether the caller's talks in voice channels count from now on.
pub(crate) async fn choose(app: &App, caller: &Caller, wanted: Switch) -> Result<(), Failure> {
    change(app, caller, async move |connection, of| {
        let since = (wanted == Switch::On).then_some(of.now);
        store::choose(connection, of.key, since).await
    })
    .await?;
    Ok(())
}
