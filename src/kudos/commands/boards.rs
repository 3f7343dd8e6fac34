//! `/leaderboard`, its pages, and the board behind a recap.

use super::notify_of_stopped_recap;
use crate::app::App;
use crate::discord::names::Names;
use crate::discord::reply::{Attached, Reply};
use crate::errors::{CommandError, Refusal};
use crate::ids::{ChannelId, PersonId, RecapId};
use crate::interaction::press::Press;
use crate::interaction::{Audience, Caller, Context, in_time, say};
use crate::kudos::board::{BoardView, Scope, Side, TimeSpan};
use crate::kudos::chart::{Bar, Chart};
use crate::kudos::period::Period;
use crate::kudos::ranking::{Page, Row};
use crate::kudos::store::{self, Counted};
use crate::kudos::{recap, view};
use crate::language::{Language, text};
use crate::members::{self, presence};
use crate::picture::{self, laid_out};
use crate::team;

/// How many of the top people are looked up before a board is drawn: members who left lose their
/// place, and members who came back get it again.
pub(crate) const LOOKED_UP: u32 = 50;

/// Who is thanked most, or thanks most: posted here for all to see.
#[poise::command(slash_command, guild_only)]
pub(crate) async fn leaderboard(
    ctx: Context<'_>,
    #[choices(
        "this week",
        "last 7 days",
        "this month",
        "last 30 days",
        "this quarter",
        "all time"
    )]
    period: Option<&'static str>,
    #[choices("this channel", "whole server")] scope: Option<&'static str>,
    #[choices("received", "given")] board: Option<&'static str>,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let view = BoardView {
        when: TimeSpan::Period(period.and_then(Period::parse).unwrap_or_default()),
        scope: scope.and_then(Scope::parse).unwrap_or_default(),
        side: board.and_then(Side::parse).unwrap_or_default(),
        viewer: caller.person,
        page: 1,
    };
    let channel = ctx.interaction.channel_id.into();
    let drawn = draw(ctx.data(), &caller, channel, view);
    let reply = in_time(ctx, Audience::Everyone, drawn).await?;
    say(ctx, Audience::Everyone, reply).await?;
    notify_of_stopped_recap(ctx, caller.team).await
}

/// Shows another page of a posted board.
pub(crate) async fn show_board_page(
    app: &App,
    press: &Press<'_>,
    view: BoardView,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let drawn = draw(app, &caller, press.channel(), view);
    let reply = press.in_time(drawn).await?;
    Ok(press.update(reply).await?)
}

/// Shows the presser the server's board for the days of a recap, with their own rank.
pub(crate) async fn show_recap_board(
    app: &App,
    press: &Press<'_>,
    recap: RecapId,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let days = recap::store::days(app.database.readers(), caller.team, recap).await?;
    let days = days.ok_or_else(|| Refusal::new(view::nothing_left()))?;
    if !team::load(app, caller.team).await?.leaderboards_on {
        let readers = app.database.readers();
        let (received, given) = recap::store::own(readers, caller.key(), days).await?;
        let own = recap::view::own(days, received, given, caller.language);
        return Ok(press.whisper(own).await?);
    }
    let view = BoardView {
        when: TimeSpan::Days(days),
        scope: Scope::Server,
        side: Side::Received,
        viewer: caller.person,
        page: 1,
    };
    let drawn = draw(app, &caller, press.channel(), view);
    let reply = press.in_time(drawn).await?;
    Ok(press.whisper(reply).await?)
}

/// Draws a page of a board: picture and list.
async fn draw(
    app: &App,
    caller: &Caller,
    channel: ChannelId,
    view: BoardView,
) -> Result<Reply, CommandError> {
    let team = team::load_for(app, caller).await?;
    if !team.leaderboards_on {
        return Err(Refusal::new(text!("boards-switched-off")).into());
    }
    let language = match view.when {
        TimeSpan::Period(_) => team.language(),
        // Only the presser sees the board behind a recap.
        TimeSpan::Days(_) => caller.language,
    };
    let today = app.now().with_timezone(&team.zone).date_naive();
    let counted = Counted {
        team: team.id,
        channel,
        scope: view.scope,
        side: view.side,
        buckets: view.when.buckets(today),
    };
    let readers = app.database.readers();
    let top = store::highest(readers, &counted, LOOKED_UP).await?;
    presence::look_up(app, [(team.id, top.into_iter().collect())].into()).await?;
    let page = store::board(readers, &counted).await?;
    let page = page.page(view.page, view.viewer);
    if page.rows.is_empty() {
        return Ok(view::empty_board(view, &team, language));
    }
    let rows = page.rows.iter().chain(&page.own);
    let people: Vec<PersonId> = rows.map(|row| row.person).collect();
    let names = members::store::names(readers, team.id, &people).await?;
    let drawn = chart(view, &page, &names, picture::language(language).await);
    let picture = laid_out(move || drawn.draw()).await;
    let picture = Attached::rendered("leaderboard.png", picture).await;
    let described = view::described(view, &page, &names, language);
    let figure = picture.as_ref().map(|picture| picture.figure(&described));
    Ok(view::board(view, &page, &names, figure, language).attach(picture))
}

fn chart(view: BoardView, page: &Page, names: &Names, language: Language) -> Chart {
    let bar = |row: &Row| Bar {
        row: *row,
        name: names
            .has(row.person)
            .then(|| names.label(row.person, language)),
    };
    Chart {
        language,
        title: view::title(view, language),
        subtitle: view::counted(view, page, language),
        bars: page.rows.iter().map(bar).collect(),
        own: page.own.as_ref().map(bar),
        longest: page.most,
    }
}
