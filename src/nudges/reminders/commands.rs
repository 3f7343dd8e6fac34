//! What members press about reminders.

use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, Utc};

use super::action::ReminderSubject;
use super::{MOST_AHEAD, store, times, view};
use crate::app::App;
use crate::calendar::Zone;
use crate::discord::names::PersonName;
use crate::discord::reply::Reply;
use crate::encounters;
use crate::errors::{CommandError, Failure};
use crate::ids::{NudgeId, PersonId, ReminderId};
use crate::interaction::Caller;
use crate::interaction::press::Press;
use crate::members::{self, Member};
use crate::nudges::commands::answers::{Asked, SuggestionAnswer, settle};
use crate::nudges::view::{no_longer_named, not_yours};
use crate::nudges::{self, SuggestionOutcome, drawn};
use crate::team::Team;
use crate::when::understand_coming;

/// Offers times for a reminder about a person in a nudge.
pub(crate) async fn offer(
    app: &App,
    press: &Press<'_>,
    nudge: NudgeId,
    other: PersonId,
) -> Result<(), CommandError> {
    let offered = press.in_time_to_whisper(async {
        let found = nudges::store::find(app.database.readers(), nudge).await?;
        let found = found.filter(|found| found.member == press.presser());
        let found = found.ok_or_else(not_yours)?;
        let named = found.suggestions.iter().find(|it| it.other == other);
        let name = &named.ok_or_else(no_longer_named)?.name;
        let caller = press.caller_in(found.team);
        let about = ReminderSubject {
            team: found.team,
            other,
        };
        offered(app, &caller, about, name, false).await
    });
    let reply = offered.await?;
    Ok(press.whisper(reply).await?)
}

/// The times to choose from; `late` if one that was offered has passed.
async fn offered(
    app: &App,
    caller: &Caller,
    about: ReminderSubject,
    name: &PersonName,
    late: bool,
) -> Result<Reply, CommandError> {
    let (_, member) = asker(app, caller).await?;
    let chosen = nudges::store::reminder(app.database.readers(), caller.key(), about.other).await?;
    let (now, zone) = (app.now(), member.schedule.zone);
    let times = times::offered(now, zone);
    let offer = view::Offer {
        about,
        name,
        chosen,
        times,
        today: now.with_timezone(&zone).date_naive(),
        zone,
        late,
    };
    Ok(view::offer(&offer, caller.language))
}

/// The caller, if reminders can reach them.
async fn asker(app: &App, caller: &Caller) -> Result<(Team, Member), CommandError> {
    let (team, member) = members::asker(app, caller).await?;
    if member.hindrance().is_some() || member.paused(app.now()).is_some() {
        return Err(view::hindered().into());
    }
    Ok((team, member))
}

/// Keeps a reminder at a time that was offered.
pub(crate) async fn choose(
    app: &App,
    press: &Press<'_>,
    about: ReminderSubject,
    at: i64,
) -> Result<(), CommandError> {
    let caller = press.caller_for(about.team)?;
    let chosen = press.in_time(async {
        let at = DateTime::from_timestamp(at, 0).filter(|at| is_ahead(*at, app.now()));
        let name = name(app, &caller, about).await?;
        match at {
            Some(at) => keep(app, &caller, about, &name, at).await,
            // The message with the times is old.
            None => offered(app, &caller, about, &name, true).await,
        }
    });
    let reply = chosen.await?;
    press.update(reply).await?;
    redraw(app, &caller, about.other).await
}

fn is_ahead(at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    at > now && at <= now + MOST_AHEAD
}

/// Asks for another time.
pub(crate) async fn ask(press: &Press<'_>, about: ReminderSubject) -> Result<(), CommandError> {
    press.caller_for(about.team)?;
    Ok(press.ask(view::form(about, press.language())).await?)
}

/// Keeps a reminder at the written time.
pub(crate) async fn write(
    app: &App,
    press: &Press<'_>,
    about: ReminderSubject,
) -> Result<(), CommandError> {
    let caller = press.caller_for(about.team)?;
    let typed = press.written(view::WHEN).unwrap_or_default();
    let kept = press.in_time(async {
        let (_, member) = asker(app, &caller).await?;
        let (now, zone) = (app.now(), member.schedule.zone);
        let when = understand_coming(typed, now, zone, &days(now, zone), caller.language);
        let when = when.map_err(|it| encounters::view::bad_date(&it, caller.language))?;
        let name = name(app, &caller, about).await?;
        keep(app, &caller, about, &name, when.at).await
    });
    let reply = kept.await?;
    press.update(reply).await?;
    redraw(app, &caller, about.other).await
}

/// The days that a reminder can be on.
fn days(now: DateTime<Utc>, zone: Zone) -> RangeInclusive<NaiveDate> {
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    day(now)..=day(now + MOST_AHEAD)
}

/// The name of the person; refuses people who are no longer known.
async fn name(
    app: &App,
    caller: &Caller,
    about: ReminderSubject,
) -> Result<PersonName, CommandError> {
    let name = store::name(app.database.readers(), caller.key(), about.other).await?;
    Ok(name.ok_or_else(no_longer_named)?)
}

async fn keep(
    app: &App,
    caller: &Caller,
    about: ReminderSubject,
    name: &PersonName,
    at: DateTime<Utc>,
) -> Result<Reply, CommandError> {
    let (_, member) = asker(app, caller).await?;
    let (now, other) = (app.now(), about.other);
    let kept = app.database.write(async move |connection| {
        store::choose(connection, member.key(), other, at, now).await?;
        members::store::plan::acted(connection, &member, now).await
    });
    kept.await?;
    app.wakers.reminder.wake();
    app.wakers.nudge.wake();
    Ok(view::kept(name, at, caller.language))
}

/// Shows the chosen time in the nudge that names the person. The reminder is kept without it too.
async fn redraw(app: &App, caller: &Caller, other: PersonId) -> Result<(), CommandError> {
    let readers = app.database.readers();
    let Some((nudge, channel, message)) = store::nudge_about(readers, caller.key(), other).await?
    else {
        return Ok(());
    };
    let nudge = nudges::store::load(readers, nudge).await?;
    let drawn = drawn::nudge(app, &nudge, nudge.language).await;
    if let Err(error) = app.outbox.edit(channel, message, drawn).await {
        tracing::debug!(team = %caller.team, %error, "a nudge does not show its reminder");
    }
    Ok(())
}

/// The answer to a reminder. It is given once; a second press only redraws the message.
pub(crate) async fn answer(
    app: &App,
    press: &Press<'_>,
    reminder: ReminderId,
    outcome: SuggestionOutcome,
) -> Result<(), CommandError> {
    let drawn = press.in_time(async {
        let found = find(app, press, reminder).await?;
        let answer = SuggestionAnswer {
            outcome,
            asked: Asked::Reminder(reminder),
        };
        if found.outcome.is_none() {
            settle(app, &press.caller_in(found.team), found.other, answer).await?;
        }
        let answered = find(app, press, reminder).await?;
        let server = app.server_name(answered.team).await;
        Ok(view::reminder(
            &answered,
            server.as_deref(),
            answered.language,
        ))
    });
    let drawn = drawn.await?;
    Ok(press.update(drawn).await?)
}

async fn find(
    app: &App,
    press: &Press<'_>,
    reminder: ReminderId,
) -> Result<super::Reminder, CommandError> {
    let found = store::find(app.database.readers(), reminder)
        .await
        .map_err(Failure::from)?;
    let found = found.filter(|found| found.member == press.presser());
    Ok(found.ok_or_else(view::not_yours)?)
}
