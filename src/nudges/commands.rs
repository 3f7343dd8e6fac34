//! `/nudge` and the buttons of a nudge.

use chrono::{DateTime, NaiveTime, Utc, Weekday};
use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse};

use super::choose::choose;
use super::{Outcome, Suggestion, store, view};
use crate::app::App;
use crate::discord::action::Invitation;
use crate::discord::press::Press;
use crate::discord::reply::Reply;
use crate::discord::{Caller, Context, Seen, in_time, say};
use crate::encounters::{self, NewEncounter};
use crate::errors::{CommandError, Failure, Refusal};
use crate::ids::{EncounterId, NudgeId, PersonId, TeamId};
use crate::members::{self, Member, zone};
use crate::team::{self, Team};

/// A short weekly DM about the people you are losing touch with.
#[poise::command(
    slash_command,
    guild_only,
    subcommands("on", "off", "now", "when"),
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
        Ok(join(ctx.data(), &caller).await?)
    })
    .await?;
    say(ctx, Seen::ByAsker, Reply::new(text)).await
}

/// No more weekly DMs. What you logged stays.
#[poise::command(slash_command, guild_only)]
async fn off(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let (app, team, person) = (ctx.data(), caller.team, caller.person);
    let now = app.now();
    let left = in_time(ctx, Seen::ByAsker, async {
        let leave = app.database.write(move |connection| {
            Box::pin(members::store::leave_nudges(connection, team, person, now))
        });
        Ok(leave.await?)
    });
    let text = if left.await? {
        view::OFF
    } else {
        view::ALREADY_OFF
    };
    say(ctx, Seen::ByAsker, Reply::new(text)).await
}

/// See what your nudge would say right now.
#[poise::command(slash_command, guild_only)]
async fn now(ctx: Context<'_>) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let app = ctx.data();
    let shown = in_time(ctx, Seen::ByAsker, async {
        Ok(suggest(app, &caller).await?)
    })
    .await?;
    let reply = view::preview(caller.team, &shown, None, app.now());
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
    #[autocomplete = "complete_zone"]
    #[max_length = 60]
    zone: Option<String>,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let app = ctx.data();
    let text = in_time(ctx, Seen::ByAsker, async {
        let team = app.team(caller.team).await?;
        let mut member = app.member(&team, caller.person, &caller.name).await?;
        if let Some(day) = day {
            member.schedule.weekday = weekday(day)?;
        }
        if let Some(time) = &time {
            member.schedule.time = wall_time(time)?;
        }
        if let Some(zone) = &zone {
            member.schedule.zone = zone::parse(zone)?;
            member.own_zone = Some(member.schedule.zone);
        }
        Ok(reschedule(app, team, member).await?)
    })
    .await?;
    say(ctx, Seen::ByAsker, Reply::new(text)).await
}

fn weekday(day: &str) -> Result<Weekday, Refusal> {
    day.parse()
        .map_err(|_| Refusal::new("Choose a day from Monday to Sunday."))
}

/// Reads a time on the wall: `9`, `9:00`, `09.30`, `9:30 pm`.
fn wall_time(text: &str) -> Result<NaiveTime, Refusal> {
    let text = text.trim().replace('.', ":").to_lowercase();
    let full = if text.contains(':') {
        text
    } else {
        with_minutes(&text)
    };
    ["%H:%M", "%I:%M%P", "%I:%M %P"]
        .into_iter()
        .find_map(|format| NaiveTime::parse_from_str(&full, format).ok())
        .ok_or_else(|| Refusal::new("I can't read that time. Try 09:00, 9:30 or 5 pm."))
}

/// `9` as `9:00`, `5 pm` as `5:00 pm`.
fn with_minutes(text: &str) -> String {
    let hour = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    format!("{hour}:00{}", &text[hour.len()..])
}

#[expect(clippy::unused_async, reason = "poise wants it async")]
async fn complete_zone(_: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let choice = |zone: chrono_tz::Tz| AutocompleteChoice::new(zone.name(), zone.name());
    let choices = zone::suggestions(partial).into_iter().map(choice).collect();
    CreateAutocompleteResponse::new().set_choices(choices)
}

/// The caller says yes to nudges; gives what they are told.
async fn join(app: &App, caller: &Caller) -> Result<String, Failure> {
    let now = app.now();
    let team = app.team(caller.team).await?;
    let member = app.member(&team, caller.person, &caller.name).await?;
    // Opened now, once and at a human's pace, so that a nudge is one request.
    let channel = match member.dm_channel {
        Some(channel) => channel,
        None => app.outbox.open_dm(caller.person).await?,
    };
    let (member, next) = app
        .database
        .write(move |connection| {
            Box::pin(async move {
                team::store::keep(connection, &team, now).await?;
                members::store::keep(connection, &member).await?;
                members::store::join(connection, team.id, member.person, channel, now).await?;
                let next = store::plan_anew(connection, team.id, member.person, now).await?;
                Ok((member, next))
            })
        })
        .await?;
    app.nudge_bell.ring();
    Ok(view::joined(&member, next))
}

async fn reschedule(app: &App, team: Team, member: Member) -> Result<String, Failure> {
    let now = app.now();
    let (member, next) = app
        .database
        .write(move |connection| {
            Box::pin(async move {
                team::store::keep(connection, &team, now).await?;
                members::store::keep(connection, &member).await?;
                members::store::reschedule(connection, &member, now).await?;
                let next = store::plan_anew(connection, team.id, member.person, now).await?;
                Ok((member, next))
            })
        })
        .await?;
    app.nudge_bell.ring();
    Ok(view::rescheduled(&member, next))
}

/// Whom the caller's nudge would name now.
async fn suggest(app: &App, caller: &Caller) -> Result<Vec<Suggestion>, Failure> {
    let now = app.now();
    let team = app.team(caller.team).await?;
    let member = app.member(&team, caller.person, &caller.name).await?;
    let readers = app.database.readers();
    let week = member.schedule.week_of(now);
    let candidates = store::candidates(readers, &team, member.person, week).await?;
    let choices = choose(now, member.person, &candidates, member.people);
    Ok(store::describe(readers, &team, member.person, &choices).await?)
}

/// The answer to the one question about nudges.
pub async fn answer_invitation(
    app: &App,
    press: &Press<'_>,
    encounter: EncounterId,
    answer: Invitation,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    let text = match answer {
        Invitation::Accept => {
            press
                .in_time(async { Ok(join(app, &caller).await?) })
                .await?
        }
        // That it was asked was written down with the asking.
        Invitation::Decline => view::DECLINED.to_owned(),
    };
    press
        .update(view::invitation_answered(press.text(), encounter, &text))
        .await?;
    Ok(())
}

/// A button in a weekly nudge. What is done about a person is done once; pressing again only
/// brings the message up to date.
pub async fn answer_suggestion(
    app: &App,
    press: &Press<'_>,
    nudge: NudgeId,
    other: PersonId,
    outcome: Outcome,
) -> Result<(), CommandError> {
    let now = app.now();
    let nudge = press
        .in_time(async {
            let readers = app.database.readers();
            let found = store::find(readers, nudge).await?;
            let found = found.filter(|found| found.member == press.presser());
            let found =
                found.ok_or_else(|| Refusal::new("That nudge is not yours, or is gone."))?;
            let suggestion = found.suggestions.iter().find(|it| it.other == other);
            let open = suggestion.is_some_and(|it| it.outcome.is_none());
            if open {
                let caller = press.caller_in(found.team);
                settle(
                    app,
                    &caller,
                    other,
                    Settling {
                        outcome,
                        nudge: Some(nudge),
                    },
                )
                .await?;
            }
            Ok(store::load(readers, nudge).await?)
        })
        .await?;
    press.update(view::nudge(&nudge, now)).await?;
    Ok(())
}

/// A button in what `/nudge now` showed.
pub async fn answer_preview(
    app: &App,
    press: &Press<'_>,
    team: TeamId,
    other: PersonId,
    outcome: Outcome,
) -> Result<(), CommandError> {
    let caller = press.caller()?;
    if caller.team != team {
        return Err(Refusal::new("That button belongs to another server.").into());
    }
    let shown = press
        .in_time(async {
            settle(
                app,
                &caller,
                other,
                Settling {
                    outcome,
                    nudge: None,
                },
            )
            .await?;
            Ok(suggest(app, &caller).await?)
        })
        .await?;
    press
        .update(view::preview(
            team,
            &shown,
            Some((other, outcome)),
            app.now(),
        ))
        .await?;
    Ok(())
}

/// What is done about a suggestion, and in which nudge it was made.
#[derive(Clone, Copy)]
struct Settling {
    outcome: Outcome,
    nudge: Option<NudgeId>,
}

/// Brings to disk what the caller did about a suggestion, all of it or nothing.
async fn settle(
    app: &App,
    caller: &Caller,
    other: PersonId,
    settling: Settling,
) -> Result<(), Failure> {
    let now = app.now();
    let team = app.team(caller.team).await?;
    let (person, name) = (caller.person, &caller.name);
    let member = match settling.nudge {
        Some(_) => app.kept_member(&team, person, name).await?,
        None => app.member(&team, person, name).await?,
    };
    let talk = NewEncounter {
        team: team.id,
        logged_by: caller.person,
        others: vec![other],
        happened_at: None,
        how: None,
        note: None,
        interaction: caller.interaction,
    };
    app.database
        .write(move |connection| {
            Box::pin(async move { write(connection, &team, &member, &talk, settling, now).await })
        })
        .await?;
    app.nudge_bell.ring();
    Ok(())
}

async fn write(
    connection: &mut sqlx::SqliteConnection,
    team: &Team,
    member: &Member,
    talk: &NewEncounter,
    settling: Settling,
    now: DateTime<Utc>,
) -> crate::database::StoreResult<()> {
    let other = talk.others[0];
    if let Some(nudge) = settling.nudge
        && !store::answer(connection, nudge, member.person, other, settling.outcome).await?
    {
        return Ok(());
    }
    if settling.outcome == Outcome::Talked {
        encounters::store::record(connection, team, member, &[], talk, now).await?;
        return Ok(());
    }
    store::settle(
        connection,
        team.id,
        member.person,
        other,
        settling.outcome,
        now,
    )
    .await?;
    store::acted(connection, member, now).await
}
