//! `/nudge` and the buttons of a nudge.

mod answers;
mod pause;

use std::time::Duration;

use super::choose::{Choice, choose};
use super::store::Candidates;
use super::worker::CHOICES;
use super::{Outcome, Suggestion, store, view};
use crate::app::App;
use crate::calendar::Zone;
use crate::calendar::schedule::Schedule;
use crate::discord::names::PersonName;
use crate::discord::openings::Reason;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Failure};
use crate::ids::{ChannelId, PersonId};
use crate::interaction::zone;
use crate::interaction::{Caller, Context, Seen, in_time, say};
use crate::members::change::{Changed, change};
use crate::members::{self, Member, presence};
use crate::team::{self, Team};

/// How long a yes waits for the channel of direct messages to be opened.
const OPENING_PATIENCE: Duration = Duration::from_secs(5);

pub use answers::{answer_invitation, answer_preview, answer_suggestion};
pub(crate) use pause::{caller_of, end_pause, pause_for};
pub use pause::{offer_pause, pause_chosen, resume_chosen};

/// A short weekly DM about the people you are losing touch with.
#[poise::command(
    slash_command,
    guild_only,
    subcommands("on", "off", "now", "when", "pause::pause", "pause::resume"),
    subcommand_required
)]
#[expect(
    clippy::unused_async,
    reason = "only its subcommands are used; poise wants it async"
)]
pub(crate) async fn nudge(_: Context<'_>) -> Result<(), CommandError> {
    Ok(())
}

/// Get a short DM once a week about people you are losing touch with.
#[poise::command(slash_command, guild_only)]
async fn on(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let text = in_time(ctx, Seen::ByAsker, async {
        join(ctx.data(), &caller).await
    })
    .await?;
    say(ctx, Seen::ByAsker, Reply::new(text)).await
}

/// No more weekly DMs. What you logged stays.
#[poise::command(slash_command, guild_only)]
async fn off(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let left = in_time(ctx, Seen::ByAsker, async {
        Ok(leave(ctx.data(), &caller).await?)
    });
    let text = if left.await? {
        view::OFF
    } else {
        view::ALREADY_OFF
    };
    say(ctx, Seen::ByAsker, Reply::new(text)).await
}

/// See this week's nudge right now.
#[poise::command(slash_command, guild_only)]
async fn now(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    // Its future holds requests: on the heap, not in every command's.
    let reply = in_time(ctx, Seen::ByAsker, Box::pin(show(ctx.data(), &caller))).await?;
    say(ctx, Seen::ByAsker, reply).await
}

/// Choose the day, the time and the zone of your nudge.
#[poise::command(slash_command, guild_only)]
async fn when(
    ctx: Context<'_>,
    #[description = "The day of the week"]
    #[choices(
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday"
    )]
    day: Option<&'static str>,
    #[description = "The time on your clock, like 09:00"]
    #[max_length = 20]
    time: Option<String>,
    #[description = "Your time zone: start typing a city"]
    #[autocomplete = "zone::complete"]
    #[max_length = 60]
    zone: Option<String>,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let app = ctx.data();
    let text = in_time(ctx, Seen::ByAsker, async {
        let mut wish = WhenWish::of(app, &caller).await?;
        // Every choice is the name of a day.
        if let Some(day) = day.and_then(|day| day.parse().ok()) {
            wish.schedule.weekday = day;
        }
        if let Some(time) = &time {
            wish.schedule.time = members::wall_time(time)?;
        }
        if let Some(zone) = &zone {
            wish.choose_zone(zone::parse(zone)?);
        }
        let changed = reschedule(app, &caller, wish).await?;
        Ok(view::rescheduled(&changed.member, changed.next))
    })
    .await?;
    say(ctx, Seen::ByAsker, Reply::new(text)).await
}

/// The caller says yes to nudges; gives what they are told.
pub(crate) async fn join(app: &App, caller: &Caller) -> Result<String, CommandError> {
    let (_, member) = members::asker(app, caller).await?;
    if member.untracked {
        return Err(view::untracked().into());
    }
    // Opened now, once and at a human's pace, so that a nudge is one request.
    let channel = match member.dm_channel {
        Some(channel) => Some(channel),
        None => open_dm(app, caller.person).await,
    };
    let joined = change(app, caller, async move |connection, of| {
        members::store::join(connection, of.team, of.person, channel, of.now).await
    })
    .await?;
    Ok(view::joined(&joined.member, joined.next))
}

/// The channel of direct messages, if it can be opened now: a yes is not lost to a bad moment of
/// Discord's, and the first nudge opens it then.
async fn open_dm(app: &App, person: PersonId) -> Option<ChannelId> {
    let opening = app.outbox.open_dm(person, Reason::Asked);
    match tokio::time::timeout(OPENING_PATIENCE, opening).await {
        Ok(Ok(channel)) => Some(channel),
        Ok(Err(error)) => {
            tracing::info!(error = %error, "direct messages are not open yet; the first nudge opens them");
            None
        }
        Err(_) => None,
    }
}

/// The caller says no to nudges; gives whether they had said yes.
pub(crate) async fn leave(app: &App, caller: &Caller) -> Result<bool, Failure> {
    let (team, person, now) = (caller.team, caller.person, app.now());
    let left = app.database.write(async move |connection| {
        store::call_off(connection, team, person).await?;
        members::store::leave_nudges(connection, team, person, now).await
    });
    Ok(left.await?)
}

/// When somebody wants their nudge, as they are choosing it.
pub(crate) struct WhenWish {
    /// Day, time and zone.
    pub(crate) schedule: Schedule,
    own_zone: Option<Zone>,
}

impl WhenWish {
    /// What the caller has chosen up to now.
    pub(crate) async fn of(app: &App, caller: &Caller) -> Result<Self, Failure> {
        let team = team::load(app, caller.team).await?;
        let member = members::load(app, &team, caller).await?;
        Ok(Self {
            schedule: member.schedule,
            own_zone: member.own_zone,
        })
    }

    /// A zone of their own.
    pub(crate) fn choose_zone(&mut self, zone: Zone) {
        self.schedule.zone = zone;
        self.own_zone = Some(zone);
    }
}

/// Keeps when the caller wants their nudge.
pub(crate) async fn reschedule(
    app: &App,
    caller: &Caller,
    wish: WhenWish,
) -> Result<Changed<()>, Failure> {
    change(app, caller, async move |connection, of| {
        members::store::reschedule(connection, of, wish.schedule, wish.own_zone).await
    })
    .await
}

/// The nudge of this week, while there is something to do about anybody it names; otherwise what one
/// would say now.
async fn show(app: &App, caller: &Caller) -> Result<Reply, CommandError> {
    let (team, member) = members::asker(app, caller).await?;
    if member.untracked {
        return Err(view::untracked().into());
    }
    let (now, readers) = (app.now(), app.database.readers());
    let week = member.schedule.week_of(now);
    if let Some(nudge) = store::find_open(readers, &member, week, now).await? {
        let server = app.server_name(team.id).await;
        return Ok(view::nudge(&nudge, server.as_deref(), now));
    }
    Ok(preview(app, &team, &member, None).await?)
}

/// What a nudge would say now; `done` tells what was just done about one of the people it named.
async fn preview(
    app: &App,
    team: &Team,
    member: &Member,
    done: Option<(PersonName, Outcome)>,
) -> Result<Reply, Failure> {
    let suggestions = suggest(app, team, member).await?;
    let now = app.now().with_timezone(&member.schedule.zone);
    Ok(view::preview(team.id, &suggestions, done, now))
}

/// Whom the member's nudge would name now: nobody who left the server, as far as Discord tells.
async fn suggest(app: &App, team: &Team, member: &Member) -> Result<Vec<Suggestion>, Failure> {
    let mut chosen = choices(app, team, member).await?;
    for _ in 0..CHOICES {
        let people: Vec<_> = chosen.iter().map(|choice| choice.person).collect();
        let gone = match presence::gone(app, team.id, &people).await {
            Ok(gone) => gone,
            Err(error) => {
                tracing::warn!(error = %error, "could not ask who is still in the server");
                break;
            }
        };
        if gone.is_empty() {
            break;
        }
        chosen = choices(app, team, member).await?;
        chosen.retain(|choice| !gone.contains(&choice.person));
    }
    let choices = chosen;
    let readers = app.database.readers();
    Ok(store::describe(readers, team, member.person, &choices).await?)
}

async fn choices(app: &App, team: &Team, member: &Member) -> Result<Vec<Choice>, Failure> {
    let now = app.now();
    let week = member.schedule.week_of(now);
    // Given back before more is read: two such readers at once never wait for one another.
    let mut reader = app.database.reader().await?;
    let person = member.person;
    let candidates = Candidates::read(&mut reader, team, &[person], week, now).await?;
    let candidates = candidates.of(&mut reader, team, person).await?;
    Ok(choose(now, person, &candidates, member.people))
}

/// Tells members whom nudges don't reach that their direct messages are closed.
pub async fn closed_dms(app: &App, caller: &Caller) -> Option<&'static str> {
    let readers = app.database.readers();
    let found = members::store::takes_no_dms(readers, caller.team, caller.person).await;
    let closed = found.unwrap_or_else(|error| {
        // What was asked for is done; its answer must not be lost over a postscript.
        tracing::warn!(error = %error, "could not look up whether nudges arrive");
        false
    });
    closed.then_some(view::CLOSED_DMS)
}
