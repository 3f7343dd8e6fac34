//! `/setup`: one panel for the whole team, for members who may manage the server.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{PossibleRosters, RecapChannel, Setup, ThanksEmoji, introductions, view};
use crate::app::App;
use crate::calendar::Circle;
use crate::database::StoreResult;
use crate::discord::emoji::Emoji;
use crate::discord::reply::{LanguageChoice, Reply};
use crate::errors::{CommandError, Failure};
use crate::ids::TeamId;
use crate::interaction::press::Press;
use crate::interaction::zone;
use crate::interaction::{Audience, Caller, Context, in_time, say};
use crate::language::Language;
use crate::members::{self, following};
use crate::prose::is_visible;
use crate::roster;
use crate::team::{self, DailyAllowance, Switch, Team, TeamChange, store};
use crate::telemetry::chain;

/// Set Rapport up for this server.
#[poise::command(slash_command, guild_only, default_member_permissions = "MANAGE_GUILD")]
pub(crate) async fn setup(
    ctx: Context<'_>,
    #[autocomplete = "zone::complete"]
    #[max_length = 60]
    zone: Option<String>,
) -> Result<(), CommandError> {
    let caller = Caller::manager(ctx)?;
    let app = ctx.data();
    // The future holds requests: keep it on the heap, so that other commands' futures stay small.
    let team = Box::pin(in_time(ctx, Audience::Asker, async {
        Ok(match &zone {
            Some(zone) => change(app, caller.team, TeamChange::Zone(zone::parse(zone)?)).await?,
            None => team::load(app, caller.team).await?,
        })
    }));
    say(
        ctx,
        Audience::Asker,
        panel(app, &team.await?, caller.language).await,
    )
    .await
}

/// Something was pressed in the panel.
pub(crate) async fn press_setup(
    app: &App,
    press: &Press<'_>,
    setup: Setup,
) -> Result<(), CommandError> {
    let caller = press.manager()?;
    if setup == Setup::AskNumbers {
        let team = team::load(app, caller.team).await?;
        press.ask(view::ask_numbers(&team, caller.language)).await?;
        return Ok(());
    }
    if setup == Setup::AskReaction {
        let team = team::load(app, caller.team).await?;
        press
            .ask(view::ask_reaction(&team, caller.language))
            .await?;
        return Ok(());
    }
    if setup == Setup::RosterRole && !app.members_intent {
        return Err(view::no_roster_by_role().into());
    }
    let changed = press.in_time(async {
        let wanted = wanted(app, press, caller.team, setup).await?;
        Ok(change(app, caller.team, wanted).await?)
    });
    let team = changed.await?;
    press
        .update(panel(app, &team, caller.language).await)
        .await?;
    Ok(())
}

/// The way back from a panel of its own.
pub(crate) async fn show_panel(app: &App, press: &Press<'_>) -> Result<(), CommandError> {
    let caller = press.manager()?;
    let shown = press.in_time(async {
        let team = team::load(app, caller.team).await?;
        Ok(panel(app, &team, caller.language).await)
    });
    Ok(press.update(Box::pin(shown).await?).await?)
}

async fn panel(app: &App, team: &Team, language: Language) -> Reply {
    let (rosters, recap, emoji, planned) = tokio::join!(
        rosters(app, team),
        recap_channel(app, team),
        thanks_emoji(app, team),
        introductions::commands::planned(app, team.id)
    );
    let introductions = match planned {
        Ok(planned) => introductions::view::line(planned),
        Err(error) => {
            tracing::error!(team = %team.id, error = %chain(&error), "a plan of introductions can't be read");
            introductions::view::line(None)
        }
    };
    view::panel(team, rosters, recap, &emoji, &introductions, language)
}

async fn thanks_emoji(app: &App, team: &Team) -> ThanksEmoji {
    match &team.reaction {
        None => ThanksEmoji::None,
        Some(emoji @ Emoji::Custom { .. }) => match app.api.emojis(team.id).await {
            Ok(emojis) if !emojis.contains(emoji) => ThanksEmoji::Deleted,
            // If Discord does not say, assume that the emoji exists.
            _ => ThanksEmoji::There(emoji.clone()),
        },
        Some(emoji) => ThanksEmoji::There(emoji.clone()),
    }
}

/// The emoji in the form; `None` if it was left empty.
async fn written_reaction(
    app: &App,
    press: &Press<'_>,
    team: TeamId,
) -> Result<Option<Emoji>, CommandError> {
    let typed = press.written(view::REACTION).unwrap_or_default();
    if !is_visible(typed) {
        return Ok(None);
    }
    let of_server = app.api.emojis(team).await.map_err(Failure::from)?;
    let emoji = Emoji::read(typed, &of_server);
    Ok(Some(emoji.ok_or_else(|| view::no_emoji(typed))?))
}

async fn rosters(app: &App, team: &Team) -> PossibleRosters {
    match team.roster {
        _ if !app.members_intent => PossibleRosters::Unknown,
        // If Discord does not say, assume that the role exists.
        Some(role) if app.api.has_role(team.id, role).await.is_ok_and(|has| !has) => {
            PossibleRosters::RoleGone
        }
        _ => PossibleRosters::ByRole,
    }
}

async fn recap_channel(app: &App, team: &Team) -> RecapChannel {
    let Some(channel) = team.recap.channel else {
        return RecapChannel::None;
    };
    match app.api.look_for_channel(channel).await {
        Err(gone) if gone.is_unknown_channel() => RecapChannel::Deleted,
        Err(hidden) if hidden.is_missing_access() => RecapChannel::Hidden(channel),
        // If Discord does not say, assume that the channel exists.
        _ => RecapChannel::There(channel),
    }
}

async fn wanted(
    app: &App,
    press: &Press<'_>,
    team: TeamId,
    setup: Setup,
) -> Result<TeamChange, CommandError> {
    let written = |input| press.written(input).unwrap_or_default();
    Ok(match setup {
        Setup::Circle => TeamChange::Circle(press.choice(|circle| Circle::parse(circle).ok())?),
        Setup::Language => TeamChange::Language(press.choice(LanguageChoice::parse)?.0),
        Setup::RecapChannel => TeamChange::RecapChannel(Some(press.choice(|id| id.parse().ok())?)),
        Setup::RecapWeekday => TeamChange::RecapWeekday(press.choice(|day| day.parse().ok())?),
        Setup::RosterRole => TeamChange::Roster(Some(press.choice(|id| id.parse().ok())?)),
        Setup::NoRoster => TeamChange::Roster(None),
        Setup::NoRecap => TeamChange::RecapChannel(None),
        Setup::KudosOn => TeamChange::Kudos(Switch::On),
        Setup::KudosOff => TeamChange::Kudos(Switch::Off),
        Setup::LeaderboardsOn => TeamChange::Leaderboards(Switch::On),
        Setup::LeaderboardsOff => TeamChange::Leaderboards(Switch::Off),
        Setup::AskReaction | Setup::Reaction => {
            TeamChange::Reaction(written_reaction(app, press, team).await?)
        }
        Setup::VoiceOn => TeamChange::Voice(Switch::On),
        Setup::VoiceOff => TeamChange::Voice(Switch::Off),
        Setup::AskNumbers | Setup::Numbers => TeamChange::Numbers {
            zone: zone::parse(written(view::ZONE))?,
            allowance: DailyAllowance::parse(written(view::PER_DAY), written(view::PER_PERSON))?,
        },
    })
}

/// Stores one change; returns the team as it is now.
async fn change(app: &App, team: TeamId, wanted: TeamChange) -> Result<Team, Failure> {
    let now = app.now();
    let team = team::load(app, team).await?;
    // List the members before storing anything: a role alone is no roster.
    let listed = match wanted {
        TeamChange::Roster(Some(role)) => Some(roster::listed(app, &team, role).await?),
        TeamChange::Roster(None) => Some(Vec::new()),
        _ => None,
    };
    let changed = app
        .database
        .write(async move |connection| write(connection, team, wanted, now).await)
        .await?;
    if let Some(listed) = listed {
        roster::replace(app, changed.id, changed.roster, listed).await?;
    }
    let followed = following::finish(&app.database, changed.id, now).await;
    app.wakers.nudge.wake();
    app.wakers.recap.wake();
    // Its rounds follow the zone.
    app.wakers.introductions.wake();
    if followed.is_err() {
        // The worker finishes what failed here.
        app.wakers.removal.wake();
    }
    followed?;
    Ok(changed)
}

/// Reads the team again inside the write: another admin may have changed something else just now.
async fn write(
    connection: &mut SqliteConnection,
    team: Team,
    wanted: TeamChange,
    now: DateTime<Utc>,
) -> StoreResult<Team> {
    store::keep(connection, &team, now).await?;
    let before = store::find(&mut *connection, team.id).await?;
    let before = before.unwrap_or(team);
    let (id, zone, circle) = (before.id, before.zone, before.circle);
    let after = before.with(wanted);
    store::set_up(connection, &after).await?;
    if after.circle != circle {
        following::store::recompute_due_of_all(connection, id).await?;
    }
    if after.zone != zone {
        members::store::follow_zone(connection, id, now).await?;
        following::store::plan_all(connection, id).await?;
    }
    Ok(after)
}
