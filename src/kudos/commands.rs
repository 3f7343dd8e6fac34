//! `/kudos`, `/leaderboard`, their menus and buttons.

mod boards;
mod menus;

pub(crate) use boards::{LOOKED_UP, leaderboard};
pub(crate) use boards::{show_board_page, show_recap_board};
pub(crate) use menus::thank;
pub(crate) use menus::{give_kudos, kudos_for_this};

use super::posting::{self, PostOutcome};
use super::reason::Reason;
use super::{
    Allowance, Given, MOST_RECEIVERS, NewKudos, TakenBack, ThankedMessage, recap, store, view,
};
use crate::app::App;
use crate::crash;
use crate::discord::Colleague;
use crate::discord::DiscordError;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Refusal};
use crate::ids::{ChannelId, KudosId, MessageId, TeamId};
use crate::interaction::press::Press;
use crate::interaction::{
    Audience, Caller, Context, in_time, language_of, manages_server, may_post, parent_channel, say,
};
use crate::language::text;
use crate::members::mentions::name_mentions;
use crate::members::{self, Member};
use crate::team::{self, Team};

/// Thank somebody, here and for all to see.
#[poise::command(slash_command, guild_only)]
pub(crate) async fn kudos(
    ctx: Context<'_>,
    person: Colleague,
    #[max_length = 1000] message: String,
    person2: Option<Colleague>,
    person3: Option<Colleague>,
) -> Result<(), CommandError> {
    let people: [_; MOST_RECEIVERS] = [Some(person), person2, person3];
    let named: Vec<_> = people.into_iter().flatten().collect();
    let given = thank_here(ctx, &named, &message).await;
    given.map_err(|error| error.giving_back(Some(&message)))
}

async fn thank_here(
    ctx: Context<'_>,
    named: &[Colleague],
    message: &str,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    may_post(ctx)?;
    let reason = name_mentions(ctx.data(), caller.team, message, caller.language).await?;
    let reason = Reason::parse(&reason).map_err(Refusal::from)?;
    let new = NewKudos {
        team: caller.team,
        channel: ctx.interaction.channel_id.into(),
        parent: parent_channel(ctx),
        giver: caller.person,
        receivers: members::others(caller.person, named).map_err(view::unfit)?,
        reason,
        interaction: caller.interaction,
    };
    // The future holds requests: keep it on the heap, so that other commands' futures stay small.
    let given = Box::pin(give_and_post(ctx.data(), &caller, named, new, None));
    // A command that Discord delivered twice was answered the first time.
    let Some(answer) = in_time(ctx, Audience::Asker, given).await? else {
        return Ok(());
    };
    say(ctx, Audience::Asker, answer).await?;
    notify_of_stopped_recap(ctx, caller.team).await
}

/// Gives the kudos and posts it. Returns the answer to the giver, or `None` if this interaction was
/// handled before.
async fn give_and_post(
    app: &App,
    caller: &Caller,
    named: &[Colleague],
    new: NewKudos,
    for_message: Option<ThankedMessage>,
) -> Result<Option<Reply>, CommandError> {
    let (channel, interaction, reason) = (new.channel, new.interaction, new.reason.clone());
    let team = team::load_for(app, caller).await?;
    let allowance = Allowance::of(&team, app.now());
    let post = view::post(&caller.name, &new, for_message, team.language());
    let Some((kudos, left)) = give(app, caller, team, named, new, allowance).await? else {
        return Ok(None);
    };
    // Look for the post until it is found, even if this command is dropped.
    app.wakers.posting.wake();
    crash::point("kudos::given");
    let language = caller.language;
    match posting::post(app, kudos, interaction, channel, post).await? {
        PostOutcome::Posted => Ok(Some(view::given(kudos, left, allowance.until, language))),
        PostOutcome::NotNow => Err(view::not_now().into()),
        PostOutcome::Unknown => Ok(Some(view::unknown(&reason, language))),
    }
}

/// Tells an admin once that recaps have stopped, when they use kudos.
async fn notify_of_stopped_recap(ctx: Context<'_>, team: TeamId) -> Result<(), CommandError> {
    if !manages_server(ctx) {
        return Ok(());
    }
    let app = ctx.data();
    let lost = recap::store::stopped_channel(app.database.readers(), team).await?;
    if let Some(channel) = lost {
        let stopped = recap::view::stopped(channel, language_of(ctx));
        say(ctx, Audience::Asker, stopped).await?;
        app.database
            .write(async move |connection| {
                recap::store::mark_admin_notified(connection, team).await
            })
            .await?;
    }
    Ok(())
}

/// Stores the kudos if the allowance covers it; `None` if this interaction was handled before.
async fn give(
    app: &App,
    caller: &Caller,
    team: Team,
    named: &[Colleague],
    new: NewKudos,
    allowance: Allowance,
) -> Result<Option<(KudosId, u32)>, CommandError> {
    let now = app.now();
    if !team.kudos_on {
        return Err(Refusal::new(text!("kudos-switched-off")).into());
    }
    // Boards and their pictures need names; Discord sends them now.
    let seen = named.iter().map(|person| (person.id, &person.name));
    let seen: Vec<_> = seen
        .chain([(caller.person, &caller.name)])
        .map(|(person, name)| Member::new(&team, person, name, &app.nudges))
        .collect();
    let asked = new.receivers.len();
    let given = app
        .database
        .write(async move |connection| {
            team::store::keep(connection, &team, now).await?;
            let given = store::give(connection, &new, allowance, now).await?;
            if matches!(given, Given::Done { .. }) {
                members::store::keep_all(connection, &seen).await?;
            }
            Ok(given)
        })
        .await?;
    match given {
        Given::Done { kudos, left } => Ok(Some((kudos, left))),
        Given::Repeated => Ok(None),
        Given::NotEnoughLeft { left } => {
            Err(view::not_enough_left(asked, left, allowance.until).into())
        }
        Given::EnoughFor(person) => {
            let name = named.iter().find(|it| it.id == person);
            let name = name.map(|it| it.name.clone()).unwrap_or_default();
            Err(view::enough_for(&name, allowance.per_person, allowance.until).into())
        }
    }
}

/// Takes a kudos back and deletes its post.
pub(crate) async fn take_back(
    app: &App,
    press: &Press<'_>,
    kudos: KudosId,
) -> Result<(), CommandError> {
    let (now, giver) = (app.now(), press.presser());
    let taken = press
        .in_time(async {
            let take = app.database.write(async move |connection| {
                store::take_back(connection, kudos, giver, now).await
            });
            Ok(take.await?)
        })
        .await?;
    match taken {
        TakenBack::Done { channel, post } => {
            // The outbox deletes the post in its order, which may take longer than an answer may.
            let answered = press.update(view::taken_back(press.language())).await;
            if let Some(post) = post {
                delete_post(app, press, channel, post).await?;
            }
            Ok(answered?)
        }
        TakenBack::TooLate => Err(Refusal::new(text!("kudos-take-back-late")).into()),
        TakenBack::Gone => Err(Refusal::new(text!("kudos-take-back-gone")).into()),
    }
}

/// Deletes the post of a kudos that was taken back; tells the giver if that fails.
async fn delete_post(
    app: &App,
    press: &Press<'_>,
    channel: ChannelId,
    post: MessageId,
) -> Result<(), CommandError> {
    let answer = match app.outbox.delete(channel, post).await {
        Ok(()) => return Ok(()),
        Err(gone) if gone.is_unknown_message() || gone.is_unknown_channel() => return Ok(()),
        Err(DiscordError::Refused { .. }) => view::post_stays(press.language()),
        Err(_) => view::post_may_stay(press.language()),
    };
    Ok(press.update(answer).await?)
}
