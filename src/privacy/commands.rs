//! `/privacy` and its buttons.

use super::{Request, store, view};
use crate::app::App;
use crate::database::{StoreError, StoreResult};
use crate::discord::press::Press;
use crate::discord::reply::Reply;
use crate::discord::{Caller, Context, Seen, in_time, say};
use crate::errors::{CommandError, Failure};
use crate::ids::PersonId;
use crate::kudos::Allowance;
use crate::kudos::store::allowance;
use crate::members::{self, change::change};
use crate::nudges;

/// See what is kept about you, take it along, or have it deleted.
#[poise::command(slash_command, guild_only)]
pub(crate) async fn privacy(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let reply = in_time(ctx, Seen::ByAsker, async {
        Ok(panel(ctx.data(), &caller).await?)
    });
    say(ctx, Seen::ByAsker, reply.await?).await
}

async fn panel(app: &App, caller: &Caller) -> Result<Reply, Failure> {
    let (team, member) = app.asker(caller).await?;
    let kept = store::kept(app.database.readers(), team.id, member.person).await?;
    Ok(view::panel(&member, kept))
}

/// Something was pressed in the panel: it is always about who pressed.
pub async fn press_privacy(
    app: &App,
    press: &Press<'_>,
    request: Request,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    if request == Request::Export {
        let json = press
            .in_time(async { Ok(export(app, &caller).await?) })
            .await?;
        press.whisper(view::exported(json)).await?;
        return Ok(());
    }
    let reply = press
        .in_time(async { Ok(carry_out(app, &caller, request).await?) })
        .await?;
    press.update(reply).await?;
    Ok(())
}

async fn carry_out(app: &App, caller: &Caller, request: Request) -> Result<Reply, Failure> {
    match request {
        Request::AskForget => Ok(view::ask_forget()),
        Request::Forget => forget(app, caller).await,
        Request::DontTrack => {
            change(app, caller, |connection, of| {
                Box::pin(async move {
                    nudges::store::call_off(connection, of.team, of.person).await?;
                    store::dont_track(connection, of.team, of.person, of.now).await
                })
            })
            .await?;
            panel(app, caller).await
        }
        Request::TrackAgain => {
            change(app, caller, |connection, of| {
                Box::pin(store::track_again(connection, of.team, of.person, of.now))
            })
            .await?;
            panel(app, caller).await
        }
        Request::Export | Request::Keep => panel(app, caller).await,
    }
}

async fn export(app: &App, caller: &Caller) -> StoreResult<Vec<u8>> {
    let readers = app.database.readers();
    let export = store::export(readers, caller.team, caller.person, app.now()).await?;
    serde_json::to_vec_pretty(&export).map_err(StoreError::Export)
}

async fn forget(app: &App, caller: &Caller) -> Result<Reply, Failure> {
    let (team, person, now) = (caller.team, caller.person, app.now());
    let today = Allowance::of(&app.team(team).await?, now);
    app.database
        .write(move |connection| {
            Box::pin(async move {
                allowance::keep_used(connection, team, person, today, now).await?;
                store::forget(connection, team, person).await
            })
        })
        .await?;
    app.nudge_bell.ring();
    app.posting_bell.ring();
    if let Err(error) = app.database.scrub().await {
        // The rows are gone and overwritten; what may be left are copies between them. That is told,
        // and the worker that deletes removed teams tries again.
        tracing::error!(error = %error, "the database file could not be written anew");
        app.removal_bell.ring();
        return Ok(view::forgotten_but_for_traces());
    }
    Ok(view::forgotten())
}

/// Refuses to log about anybody who asked not to be tracked, the caller included.
pub async fn refuse_untracked(
    app: &App,
    caller: &Caller,
    others: &[PersonId],
) -> Result<(), CommandError> {
    let mut people = others.to_vec();
    people.push(caller.person);
    let readers = app.database.readers();
    let untracked = store::untracked_among(readers, caller.team, &people).await?;
    if untracked.is_empty() {
        return Ok(());
    }
    let names = members::store::names(readers, caller.team, &untracked).await?;
    Err(view::untracked(caller.person, &untracked, others, &names).into())
}
