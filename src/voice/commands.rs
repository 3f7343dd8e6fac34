//! Members switch their talks in voice channels on and off.

use super::action::Action;
use super::{store, view};
use crate::app::App;
use crate::encounters;
use crate::errors::{CommandError, Failure};
use crate::interaction::Caller;
use crate::interaction::press::Press;
use crate::members;
use crate::members::change::change;

/// The answer to the question.
pub(crate) async fn answer(
    app: &App,
    press: &Press<'_>,
    action: Action,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let (encounter, text, wanted) = match action {
        Action::Accept(encounter) => (encounter, view::accepted(), true),
        Action::Decline(encounter) => (encounter, view::declined(), false),
    };
    let (member, logged) = press
        .in_time(async {
            choose(app, &caller, wanted).await?;
            let (team, member) = members::asker(app, &caller).await?;
            let mut reader = app.database.reader().await?;
            let logged =
                encounters::store::logged_encounter(&mut reader, &team, encounter, caller.person);
            Ok((member, logged.await?))
        })
        .await?;
    let reply = encounters::view::invitation_answered(
        &text.to(caller.language),
        logged.as_ref(),
        &member,
        app.now(),
        caller.language,
    );
    Ok(press.update(reply).await?)
}

/// Stores whether the caller's talks in voice channels count from now on.
pub(crate) async fn choose(app: &App, caller: &Caller, wanted: bool) -> Result<(), Failure> {
    change(app, caller, async move |connection, of| {
        let since = wanted.then_some(of.now);
        store::choose(connection, of.key, since).await
    })
    .await?;
    Ok(())
}
