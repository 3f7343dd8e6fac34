//! `/kudos`, `/leaderboard`, and their buttons.

use super::board::{BoardView, Scope, Side};
use super::period::{Period, day_start};
use super::ranking::Page;
use super::reason::Reason;
use super::store::{self, Counted};
use super::{Allowance, Given, NewKudos, TakenBack, view};
use crate::app::App;
use crate::discord::press::Press;
use crate::discord::{Caller, Context, Seen, in_time, post, say};
use crate::errors::{CommandError, Failure, Refusal};
use crate::ids::{ChannelId, KudosId, MessageId, TeamId};
use crate::members::{self, Colleague};
use crate::team;

/// Thank somebody, here and for all to see.
#[poise::command(slash_command, guild_only)]
pub(crate) async fn kudos(
    ctx: Context<'_>,
    #[description = "Whom do you want to thank?"] person: Colleague,
    #[description = "What for?"]
    #[max_length = 1000]
    message: String,
    #[description = "Who else?"] person2: Option<Colleague>,
    #[description = "Who else?"] person3: Option<Colleague>,
) -> Result<(), CommandError> {
    let named: Vec<_> = [Some(person), person2, person3]
        .into_iter()
        .flatten()
        .collect();
    let reason = Reason::parse(&message).map_err(Refusal::said)?;
    let given = thank(ctx, &named, reason).await;
    given.map_err(|error| error.giving_back(Some(&message)))
}

async fn thank(ctx: Context<'_>, named: &[Colleague], reason: Reason) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let new = NewKudos {
        team: caller.team,
        channel: ctx.interaction.channel_id.into(),
        giver: caller.person,
        receivers: members::others(caller.person, named).map_err(view::unfit)?,
        reason,
        interaction: caller.interaction,
    };
    let app = ctx.data();
    let reply = view::post(new.giver, &new.receivers, &new.reason);
    let given = in_time(ctx, Seen::ByAll, give(app, new)).await?;
    // A command delivered twice was answered the first time.
    let Some((kudos, left)) = given else {
        return Ok(());
    };
    match post(ctx, reply).await {
        Ok(posted) => set_post(app, kudos, posted).await?,
        Err(error) => {
            app.database
                .write(move |connection| Box::pin(store::remove(connection, kudos)))
                .await?;
            return Err(error);
        }
    }
    say(ctx, Seen::ByAsker, view::given(kudos, left)).await
}

/// Gives what the allowance has room for; `None` if this very command was carried out before.
async fn give(app: &App, new: NewKudos) -> Result<Option<(KudosId, u32)>, CommandError> {
    let now = app.now();
    let team = app.team(new.team).await?;
    let allowance = Allowance {
        per_day: team.allowance.per_day,
        per_person: team.allowance.per_person,
        since: day_start(now, team.zone),
    };
    let asked = new.receivers.len();
    let given = app
        .database
        .write(move |connection| {
            Box::pin(async move {
                team::store::keep(connection, &team, now).await?;
                store::give(connection, &new, allowance, now).await
            })
        })
        .await?;
    match given {
        Given::Done { kudos, left } => Ok(Some((kudos, left))),
        Given::Repeated => Ok(None),
        Given::NotEnoughLeft { left } => Err(view::not_enough_left(asked, left).into()),
        Given::EnoughFor(person) => Err(view::enough_for(person, allowance.per_person).into()),
    }
}

async fn set_post(app: &App, kudos: KudosId, posted: MessageId) -> Result<(), Failure> {
    let set = app
        .database
        .write(move |connection| Box::pin(store::set_post(connection, kudos, posted)));
    Ok(set.await?)
}

/// Takes a kudos back and deletes its post.
pub async fn take_back(app: &App, press: &Press<'_>, kudos: KudosId) -> Result<(), CommandError> {
    let (now, giver) = (app.now(), press.presser());
    let taken = press
        .in_time(async {
            let take = app
                .database
                .write(move |connection| Box::pin(store::take_back(connection, kudos, giver, now)));
            Ok(take.await?)
        })
        .await?;
    match taken {
        TakenBack::Done { channel, post } => {
            press.update(view::taken_back()).await?;
            if let Some(post) = post {
                app.outbox.delete(channel, post).await?;
            }
            Ok(())
        }
        TakenBack::TooLate => Err(Refusal::new(
            "Kudos can be taken back for 5 minutes, and those are over. You can still ask \
             somebody who may delete messages here: deleting the post removes the kudos.",
        )
        .into()),
        TakenBack::Gone => Err(Refusal::new("That kudos is already gone.").into()),
    }
}

/// Posts were deleted: the kudos among them count no more.
pub async fn posts_deleted(app: &App, posts: &[MessageId]) -> Result<(), Failure> {
    for &post in posts {
        if store::is_post(app.database.readers(), post).await? {
            app.database
                .write(move |connection| Box::pin(store::remove_post(connection, post)))
                .await?;
        }
    }
    Ok(())
}

/// Who is thanked most, or thanks most: posted here for all to see.
#[poise::command(slash_command, guild_only)]
pub(crate) async fn leaderboard(
    ctx: Context<'_>,
    #[description = "Of which days? This month, if left out"]
    #[choices(
        "this week",
        "last 7 days",
        "this month",
        "last 30 days",
        "this quarter",
        "all time"
    )]
    period: Option<&'static str>,
    #[description = "Counted where? In this channel, if left out"]
    #[choices("this channel", "whole server")]
    scope: Option<&'static str>,
    #[description = "Kudos received or given? Received, if left out"]
    #[choices("received", "given")]
    board: Option<&'static str>,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let view = BoardView {
        period: period
            .map(Period::parse)
            .transpose()
            .map_err(Refusal::said)?
            .unwrap_or_default(),
        scope: scope.and_then(Scope::parse).unwrap_or_default(),
        side: board.and_then(Side::parse).unwrap_or_default(),
        viewer: caller.person,
        page: 1,
    };
    let channel = ctx.interaction.channel_id.into();
    let page = in_time(ctx, Seen::ByAll, async {
        Ok(page(ctx.data(), caller.team, channel, view).await?)
    });
    say(ctx, Seen::ByAll, view::board(view, &page.await?)).await
}

async fn page(
    app: &App,
    team: TeamId,
    channel: ChannelId,
    view: BoardView,
) -> Result<Page, Failure> {
    let zone = app.team(team).await?.zone;
    let during = view.period.range(app.now(), zone);
    let counted = Counted {
        team,
        channel,
        scope: view.scope,
        side: view.side,
        during,
    };
    let board = store::board(app.database.readers(), &counted).await?;
    Ok(board.page(view.page, view.viewer))
}

/// Another page of a board that was posted.
pub async fn turn_board(app: &App, press: &Press<'_>, view: BoardView) -> Result<(), CommandError> {
    let team = press.caller()?.team;
    let page = press
        .in_time(async { Ok(page(app, team, press.channel(), view).await?) })
        .await?;
    press.update(view::board(view, &page)).await?;
    Ok(())
}
