//! The menus *Give kudos* and *Kudos for this*: a modal asks for the reason.

use poise::serenity_prelude as serenity;

use super::give_and_post;
use crate::app::App;
use crate::discord::Colleague;
use crate::errors::{CommandError, Failure, Refusal};
use crate::interaction::press::Press;
use crate::interaction::{Caller, Context, ask, may_post};
use crate::kudos::reason::Reason;
use crate::kudos::{NewKudos, ThankedMessage, Thanks, view};
use crate::members;
use crate::members::mentions::name_mentions;

/// Thank this person.
#[poise::command(context_menu_command = "Give kudos", guild_only)]
pub(crate) async fn give_kudos(ctx: Context<'_>, user: serenity::User) -> Result<(), CommandError> {
    open_form(ctx, &Colleague::from(&user), None).await
}

/// Thank who wrote this message.
#[poise::command(context_menu_command = "Kudos for this", guild_only)]
pub(crate) async fn kudos_for_this(
    ctx: Context<'_>,
    message: serenity::Message,
) -> Result<(), CommandError> {
    let author = Colleague {
        is_bot: message.author.bot || message.webhook_id.is_some(),
        // The message does not tell whether its author is a member: check that after the form.
        in_team: true,
        ..Colleague::from(&message.author)
    };
    let thanked = ThankedMessage {
        channel: message.channel_id.into(),
        message: message.id.into(),
    };
    open_form(ctx, &author, Some(thanked)).await
}

/// Refuses impossible thanks before opening the form.
async fn open_form(
    ctx: Context<'_>,
    receiver: &Colleague,
    for_message: Option<ThankedMessage>,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    members::others(caller.person, std::slice::from_ref(receiver)).map_err(view::unfit)?;
    may_post(ctx)?;
    let thanks = Thanks {
        receiver: receiver.id,
        for_message,
    };
    ask(ctx, view::form(&receiver.name, thanks, caller.language)).await
}

/// Gives the kudos from a filled form.
pub(crate) async fn thank(
    app: &App,
    press: &Press<'_>,
    thanks: Thanks,
) -> Result<(), CommandError> {
    let reason = press.written(view::REASON).unwrap_or_default();
    let thanked = give(app, press, thanks, reason).await;
    thanked.map_err(|error| error.giving_back(Some(reason)))
}

async fn give(
    app: &App,
    press: &Press<'_>,
    thanks: Thanks,
    reason: &str,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    press.may_post()?;
    let reason = name_mentions(app, caller.team, reason, caller.language).await?;
    let new = NewKudos {
        team: caller.team,
        channel: press.channel(),
        parent: press.parent_channel(),
        giver: caller.person,
        receivers: vec![thanks.receiver],
        reason: Reason::parse(&reason).map_err(Refusal::from)?,
        interaction: caller.interaction,
    };
    let given = press.in_time_to_whisper(async {
        let receiver = still_there(app, press, &caller, thanks).await?;
        let receiver = [receiver];
        let given = give_and_post(app, &caller, &receiver, new, thanks.for_message);
        Box::pin(given).await
    });
    if let Some(answer) = given.await? {
        press.whisper(answer).await?;
    }
    Ok(())
}

/// Checks that the person and the message are still there: the form may have been open for long.
async fn still_there(
    app: &App,
    press: &Press<'_>,
    caller: &Caller,
    thanks: Thanks,
) -> Result<Colleague, CommandError> {
    let receiver = press.colleague(caller.team.member(thanks.receiver)).await;
    let mut receiver = receiver.map_err(Failure::from)?;
    if !receiver.in_team {
        let kept =
            members::store::name(app.database.readers(), caller.team.member(receiver.id)).await?;
        receiver.name = kept.unwrap_or_default();
    }
    members::others(caller.person, std::slice::from_ref(&receiver)).map_err(view::unfit)?;
    if let Some(ThankedMessage { channel, message }) = thanks.for_message
        && press.is_deleted(channel, message).await?
    {
        return Err(view::message_deleted(&receiver.name).into());
    }
    Ok(receiver)
}
