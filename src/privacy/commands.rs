//! `/privacy` and its buttons.

use super::{Request, store, view};
use crate::app::App;
use crate::deletion;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Failure};
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, in_time, say};
use crate::kudos::Allowance;
use crate::kudos::store::allowance;
use crate::members::{self, change::change};
use crate::nudges;
use crate::team;
use crate::telemetry::chain;

/// See what is kept about you, take it along, or have it deleted.
#[poise::command(slash_command, guild_only)]
pub(crate) async fn privacy(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let reply = in_time(ctx, Audience::Asker, async {
        Ok(panel(ctx.data(), &caller).await?)
    });
    say(ctx, Audience::Asker, reply.await?).await
}

async fn panel(app: &App, caller: &Caller) -> Result<Reply, Failure> {
    let (_, member) = members::asker(app, caller).await?;
    let counts = store::stored_counts(app.database.readers(), member.key()).await?;
    Ok(view::panel(&member, counts, caller.language))
}

/// Something was pressed in the panel; it is always about the presser.
pub(crate) async fn press_privacy(
    app: &App,
    press: &Press<'_>,
    request: Request,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    if request == Request::Export {
        return export(app, press, &caller).await;
    }
    let reply = press
        .in_time(async { Ok(carry_out(app, &caller, request).await?) })
        .await?;
    press.update(reply).await?;
    Ok(())
}

async fn carry_out(app: &App, caller: &Caller, request: Request) -> Result<Reply, Failure> {
    match request {
        Request::AskForget => Ok(view::ask_forget(caller.language)),
        Request::Forget => forget(app, caller).await,
        Request::DontTrack => {
            change(app, caller, async move |connection, of| {
                nudges::store::call_off(connection, of.key).await?;
                store::dont_track(connection, of.key, of.now).await
            })
            .await?;
            panel(app, caller).await
        }
        Request::TrackAgain => {
            change(app, caller, async move |connection, of| {
                store::track_again(connection, of.key, of.now).await
            })
            .await?;
            panel(app, caller).await
        }
        Request::Export | Request::Keep => panel(app, caller).await,
    }
}

/// The largest file that can be sent before the interaction expires; Discord would take more.
const LARGEST_FILE: usize = 4 * 1024 * 1024;

async fn export(app: &App, press: &Press<'_>, caller: &Caller) -> Result<(), CommandError> {
    // Hold this until everything is sent: the export is in memory until then.
    let _exporting = app.exports.begin(caller.person).map_err(view::busy)?;
    // Sending a large file may take longer than Discord waits for a first answer.
    press.announce().await?;
    let limit = press.attachment_limit().min(LARGEST_FILE);
    let (readers, now) = (app.database.slow_readers(), app.now());
    let files = store::export(readers, caller.key(), now, limit).await?;
    for reply in view::exported(files, caller.language) {
        press.whisper(reply).await?;
    }
    Ok(())
}

async fn forget(app: &App, caller: &Caller) -> Result<Reply, Failure> {
    let (member, now) = (caller.key(), app.now());
    let today = Allowance::of(&team::load(app, member.team).await?, now);
    let begun = app
        .database
        .write(async move |connection| {
            allowance::keep_used(connection, member, today, now).await?;
            deletion::store::begin_person(connection, member, now).await
        })
        .await?;
    let Some(deletion) = begun else {
        return Ok(view::nothing_kept(caller.language));
    };
    app.wakers.nudge.wake();
    // At midnight the kudos worker deletes the stored allowance.
    app.wakers.posting.wake();
    let finished = deletion::finish(&app.database, deletion, now).await;
    // The removal worker overwrites the traces, and finishes what failed here.
    app.wakers.removal.wake();
    if let Err(error) = finished {
        tracing::error!(error = %chain(&error), "could not forget somebody; trying until it works");
        return Ok(view::being_forgotten(caller.language));
    }
    Ok(view::forgotten(caller.language))
}
