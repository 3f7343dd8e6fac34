//! `/contact import`, and the buttons below what a file says.

use std::sync::Arc;

use poise::serenity_prelude::Attachment;

use crate::app::App;
use crate::contacts::action::Action;
use crate::contacts::import::{self, LARGEST, Reader, Understood};
use crate::contacts::store::{self, Written};
use crate::contacts::view::imported as view;
use crate::discord::reply::Reply;
use crate::errors::CommandError;
use crate::ids::InteractionId;
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, in_time, say};
use crate::members::{self, Member};
use crate::team::Team;

/// Add contacts from a CSV or vCard file. You see what is in it before anything is kept.
#[poise::command(slash_command, guild_only, rename = "import")]
pub(super) async fn import_file(ctx: Context<'_>, file: Attachment) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    // The future holds a request: keep it on the heap, so that other commands' futures stay small.
    let work = Box::pin(offer(ctx.data(), &caller, &file));
    let reply = in_time(ctx, Audience::Asker, work).await?;
    say(ctx, Audience::Asker, reply).await
}

/// Reads the file, and asks whether to add what is in it.
async fn offer(app: &App, caller: &Caller, file: &Attachment) -> Result<Reply, CommandError> {
    let is_large = usize::try_from(file.size).is_ok_and(|size| size > LARGEST);
    let bytes = if is_large {
        None
    } else {
        app.api.download(&file.url, LARGEST).await?
    };
    let bytes = bytes.ok_or_else(view::too_large)?;
    let (team, member) = members::asker(app, caller).await?;
    let understood = understand(app, caller, &team, &member, &bytes).await?;
    if !understood.new.is_empty() {
        let bytes = Arc::from(bytes);
        app.waiting_files
            .insert(caller.key(), caller.interaction, bytes, app.now());
    }
    Ok(view::understood(&understood, &member, caller))
}

async fn understand(
    app: &App,
    caller: &Caller,
    team: &Team,
    member: &Member,
    bytes: &[u8],
) -> Result<Understood, CommandError> {
    let rows = import::rows(bytes).map_err(view::bad_file)?;
    let known = store::all(app.database.readers(), caller.key()).await?;
    let reader = Reader {
        zone: member.schedule.zone,
        language: caller.language,
        now: app.now(),
        team_began: team.id.created_at(),
    };
    Ok(import::read(&rows, &known, &reader))
}

/// The member's decision about the contacts in their file.
pub(crate) async fn decide(
    app: &App,
    press: &Press<'_>,
    action: Action,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let reply = match action {
        Action::AddImported(file) => press.in_time(Box::pin(add(app, &caller, file))).await?,
        Action::DropImported(file) => {
            app.waiting_files.remove(caller.key(), file, app.now());
            view::dropped(caller.language)
        }
    };
    Ok(press.update(reply).await?)
}

/// Adds all contacts of the file, or none.
async fn add(app: &App, caller: &Caller, file: InteractionId) -> Result<Reply, CommandError> {
    let (key, now) = (caller.key(), app.now());
    let bytes = app.waiting_files.get(key, file, now);
    let bytes = bytes.ok_or_else(view::no_longer_waiting)?;
    let (team, owner) = members::asker(app, caller).await?;
    let new = understand(app, caller, &team, &owner, &bytes).await?.new;
    let written = app
        .database
        .write(async move |connection| store::import(connection, &team, &owner, new, now).await);
    match written.await? {
        Written::Done(added) => {
            app.waiting_files.remove(key, file, now);
            app.wakers.nudge.wake();
            Ok(view::added(added, caller.language))
        }
        Written::Full { have, more } => Err(view::too_many(have, more).into()),
    }
}
