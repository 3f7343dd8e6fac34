//! `/nudge` and the buttons of a nudge.

pub(super) mod answers;
mod pause;

use std::time::Duration;

use super::chosen::Chosen;
use super::store::Candidates;
use super::worker::CHOICES;
use super::{Suggestion, SuggestionOutcome, drawn, store, view};
use crate::anywhere::find_team::{find_own_team, only_team};
use crate::app::App;
use crate::calendar::Zone;
use crate::calendar::schedule::Schedule;
use crate::discord::names::PersonName;
use crate::discord::openings::OpeningReason;
use crate::discord::reply::Reply;
use crate::errors::{CommandError, Failure};
use crate::ids::{ChannelId, PersonId};
use crate::interaction::press::Press;
use crate::interaction::zone;
use crate::interaction::{Audience, Caller, Context, in_time, say};
use crate::language::{Language, Text};
use crate::members::change::{Changed, change};
use crate::members::{self, Member, presence};
use crate::nudges::action::Action;
use crate::team::Team;
use crate::when::time_of_day;

/// How long a yes waits until Discord opens the channel of direct messages.
const DM_OPEN_TIMEOUT: Duration = Duration::from_secs(5);

pub(crate) use answers::{answer_invitation, answer_preview, answer_suggestion};
pub(crate) use pause::{caller_of, end_pause, pause_for};
pub(crate) use pause::{offer_pause, pause_chosen, resume_chosen};

/// A short weekly DM about the people you are losing touch with.
#[poise::command(
    slash_command,
    install_context = "Guild | User",
    interaction_context = "Guild | BotDm | PrivateChannel",
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
#[poise::command(slash_command)]
async fn on(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = only_team(ctx).await?;
    let text = in_time(ctx, Audience::Asker, async {
        join(ctx.data(), &caller).await
    })
    .await?;
    say(ctx, Audience::Asker, Reply::new(text.to(caller.language))).await
}

/// No more weekly DMs. What you logged stays.
#[poise::command(slash_command)]
async fn off(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = only_team(ctx).await?;
    let left = in_time(ctx, Audience::Asker, async {
        Ok(leave(ctx.data(), &caller).await?)
    });
    let text = view::off(left.await?).to(caller.language);
    say(ctx, Audience::Asker, Reply::new(text)).await
}

/// See this week's nudge right now.
#[poise::command(slash_command)]
async fn now(ctx: Context<'_>) -> Result<(), CommandError> {
    let Some(caller) = find_own_team(ctx, Action::ShowNow).await? else {
        return Ok(());
    };
    // The future holds requests: keep it on the heap, so that other commands' futures stay small.
    let reply = in_time(ctx, Audience::Asker, Box::pin(show(ctx.data(), &caller))).await?;
    say(ctx, Audience::Asker, reply).await
}

/// Choose the day, the time and the zone of your nudge.
#[poise::command(slash_command)]
async fn when(
    ctx: Context<'_>,
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
    #[max_length = 20] time: Option<String>,
    #[autocomplete = "zone::complete"]
    #[max_length = 60]
    zone: Option<String>,
) -> Result<(), CommandError> {
    let caller = only_team(ctx).await?;
    let app = ctx.data();
    let text = in_time(ctx, Audience::Asker, async {
        let mut choice = ScheduleChoice::of(app, &caller).await?;
        // Discord only offers names of days.
        if let Some(day) = day.and_then(|day| day.parse().ok()) {
            choice.schedule.weekday = day;
        }
        if let Some(time) = &time {
            choice.schedule.time = time_of_day(time, caller.language)?;
        }
        if let Some(zone) = &zone {
            choice.choose_zone(zone::parse(zone)?);
        }
        let changed = reschedule(app, &caller, choice).await?;
        Ok(view::rescheduled(&changed.member, changed.next, app.now()))
    })
    .await?;
    say(ctx, Audience::Asker, Reply::new(text.to(caller.language))).await
}

/// Shows this week's nudge in the team that was chosen for it.
pub(crate) async fn show_now(app: &App, press: &Press<'_>) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let reply = press.in_time(Box::pin(show(app, &caller))).await?;
    Ok(press.update(reply).await?)
}

/// Stores the caller's yes to nudges; returns the answer to them.
pub(crate) async fn join(app: &App, caller: &Caller) -> Result<Text, CommandError> {
    let (_, member) = members::asker(app, caller).await?;
    if member.untracked {
        return Err(view::untracked().into());
    }
    // Open it now, once and slowly, so that each nudge needs only one request.
    let channel = match member.dm_channel {
        Some(channel) => Some(channel),
        None => open_dm(app, caller.person).await,
    };
    let joined = change(app, caller, async move |connection, of| {
        members::store::join(connection, of.key, channel, of.now).await
    })
    .await?;
    Ok(view::joined(joined.next))
}

/// Opens the channel of direct messages if Discord can do that now. A yes counts anyway: the first
/// nudge opens it then.
async fn open_dm(app: &App, person: PersonId) -> Option<ChannelId> {
    let opening = app.outbox.open_dm(person, OpeningReason::Asked);
    match tokio::time::timeout(DM_OPEN_TIMEOUT, opening).await {
        Ok(Ok(channel)) => Some(channel),
        Ok(Err(error)) => {
            tracing::info!(error = %error, "direct messages are not open yet; the first nudge opens them");
            None
        }
        Err(_) => None,
    }
}

/// Stores the caller's no to nudges; returns whether they had said yes.
pub(crate) async fn leave(app: &App, caller: &Caller) -> Result<bool, Failure> {
    let (member, now) = (caller.key(), app.now());
    let left = app.database.write(async move |connection| {
        store::call_off(connection, member).await?;
        members::store::leave_nudges(connection, member, now).await
    });
    Ok(left.await?)
}

/// When a member wants their nudge, with what they change now.
pub(crate) struct ScheduleChoice {
    /// Day, time and zone.
    pub(crate) schedule: Schedule,
    own_zone: Option<Zone>,
}

impl ScheduleChoice {
    /// The caller's present schedule.
    pub(crate) async fn of(app: &App, caller: &Caller) -> Result<Self, Failure> {
        let (_, member) = members::asker(app, caller).await?;
        Ok(Self {
            schedule: member.schedule,
            own_zone: member.own_zone,
        })
    }

    /// Sets their own zone.
    pub(crate) fn choose_zone(&mut self, zone: Zone) {
        self.schedule.zone = zone;
        self.own_zone = Some(zone);
    }
}

/// Stores when the caller wants their nudge.
pub(crate) async fn reschedule(
    app: &App,
    caller: &Caller,
    choice: ScheduleChoice,
) -> Result<Changed<()>, Failure> {
    change(app, caller, async move |connection, of| {
        members::store::reschedule(connection, of, choice.schedule, choice.own_zone).await
    })
    .await
}

/// This week's nudge while it has a suggestion without an answer; otherwise what a nudge would say
/// now.
async fn show(app: &App, caller: &Caller) -> Result<Reply, CommandError> {
    let (team, member) = members::asker(app, caller).await?;
    if member.untracked {
        return Err(view::untracked().into());
    }
    let (now, readers) = (app.now(), app.database.readers());
    let week = member.schedule.week_of(now);
    if let Some(nudge) = store::find_open(readers, &member, week, now).await? {
        return Ok(drawn::nudge(app, &nudge, caller.language).await);
    }
    Ok(preview(app, &team, &member, None, caller.language).await?)
}

/// What a nudge would say now; `done` is the answer the member just gave about a person.
async fn preview(
    app: &App,
    team: &Team,
    member: &Member,
    done: Option<(PersonName, SuggestionOutcome)>,
    language: Language,
) -> Result<Reply, Failure> {
    let suggestions = suggest(app, team, member).await?;
    let people: Vec<_> = suggestions.iter().map(|it| it.other).collect();
    let avatars = presence::avatars(app, team.id, &people).await;
    Ok(view::preview(
        team.id,
        &suggestions,
        &avatars,
        done,
        language,
    ))
}

/// The people in the member's nudge if it were sent now, without those known to have left.
async fn suggest(app: &App, team: &Team, member: &Member) -> Result<Vec<Suggestion>, Failure> {
    let mut chosen = choose_now(app, team, member).await?;
    for _ in 0..CHOICES {
        let suggested = chosen.choices.iter().map(|choice| choice.person);
        let dated = chosen.dated.iter().map(|it| it.other);
        let people: Vec<_> = suggested.chain(dated).collect();
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
        chosen = choose_now(app, team, member).await?;
        chosen.choices.retain(|it| !gone.contains(&it.person));
        chosen.dated.retain(|it| !gone.contains(&it.other));
    }
    let readers = app.database.readers();
    Ok(store::describe(readers, team, member, &chosen, app.now()).await?)
}

async fn choose_now(app: &App, team: &Team, member: &Member) -> Result<Chosen, Failure> {
    let now = app.now();
    let week = member.schedule.week_of(now);
    // Release the reader before more is read: two such tasks would otherwise wait for one another.
    let mut reader = app.database.reader().await?;
    let candidates = Candidates::read(&mut reader, team, &[member.person], week, now).await?;
    Ok(store::choose_people(&mut reader, &candidates, team, member, now, now).await?)
}
