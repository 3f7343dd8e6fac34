//! `/settings`: one panel, which every press redraws.

use super::{OwnSettings, Setting, view};
use crate::app::App;
use crate::calendar::PeoplePerNudge;
use crate::discord::reply::LanguageChoice;
use crate::errors::{CommandError, Failure};
use crate::ids::{NudgeId, TeamId};
use crate::interaction::press::Press;
use crate::interaction::zone;
use crate::interaction::{Audience, Caller, Context, in_time, say};
use crate::members::change::change;
use crate::members::pause::Length;
use crate::members::{self, store};
use crate::nudges::commands as nudges;
use crate::team::Switch;
use crate::voice;
use crate::when::time_of_day;

/// See and change what Rapport does for you here.
#[poise::command(slash_command, guild_only)]
pub(crate) async fn settings(
    ctx: Context<'_>,
    #[autocomplete = "zone::complete"]
    #[max_length = 60]
    zone: Option<String>,
) -> Result<(), CommandError> {
    let caller = Caller::of(ctx)?;
    let app = ctx.data();
    let own = in_time(ctx, Audience::Asker, async {
        if let Some(zone) = &zone {
            let mut choice = nudges::ScheduleChoice::of(app, &caller).await?;
            choice.choose_zone(zone::parse(zone)?);
            nudges::reschedule(app, &caller, choice).await?;
        }
        Ok(current(app, &caller).await?)
    })
    .await?;
    say(
        ctx,
        Audience::Asker,
        view::panel(&own, None, app.now(), caller.language),
    )
    .await
}

/// Shows the panel, from the button of a nudge.
pub(crate) async fn open_settings(
    app: &App,
    press: &Press<'_>,
    nudge: NudgeId,
) -> Result<(), CommandError> {
    let (own, server) = press
        .in_time(async {
            let caller = nudges::caller_of(app, press, nudge).await?;
            let server = app.server_name(caller.team).await;
            Ok((current(app, &caller).await?, server))
        })
        .await?;
    let panel = view::panel(&own, server.as_deref(), app.now(), press.language());
    press.whisper(panel).await?;
    Ok(())
}

/// Something was pressed in the panel.
pub(crate) async fn change_setting(
    app: &App,
    press: &Press<'_>,
    team: TeamId,
    setting: Setting,
) -> Result<(), CommandError> {
    let caller = press.caller_for(team)?;
    if setting == Setting::AskWhen {
        let own = current(app, &caller).await?;
        press
            .ask(view::ask_when(&own.member, caller.language))
            .await?;
        return Ok(());
    }
    let (own, server) = press
        .in_time(async {
            apply(app, press, &caller, setting).await?;
            // On the server itself the panel needs no server name.
            let server = match press.caller() {
                Ok(_) => None,
                Err(_) => app.server_name(team).await,
            };
            Ok((current(app, &caller).await?, server))
        })
        .await?;
    let panel = view::panel(&own, server.as_deref(), app.now(), caller.language);
    press.update(panel).await?;
    Ok(())
}

/// The caller's settings as they are now.
async fn current(app: &App, caller: &Caller) -> Result<OwnSettings, Failure> {
    let (_, member) = members::asker(app, caller).await?;
    let voice = voice::store::counting(app.database.readers(), member.key()).await?;
    Ok(OwnSettings { member, voice })
}

async fn apply(
    app: &App,
    press: &Press<'_>,
    caller: &Caller,
    setting: Setting,
) -> Result<(), CommandError> {
    match setting {
        Setting::Weekday => set_weekday(app, press, caller).await?,
        Setting::When => set_time_and_zone(app, press, caller).await?,
        Setting::People => {
            let people = press.choice(|people| PeoplePerNudge::new(people.parse().ok()?))?;
            change(app, caller, async move |connection, of| {
                store::set_most_people(connection, of.key, people).await
            })
            .await?;
        }
        Setting::Language => {
            let LanguageChoice(language) = press.choice(LanguageChoice::parse)?;
            change(app, caller, async move |connection, of| {
                store::set_language(connection, of.key, language).await
            })
            .await?;
        }
        Setting::Pause => {
            let length = press.choice(Length::parse)?;
            nudges::pause_for(app, caller, length).await?;
        }
        Setting::Resume => drop(nudges::end_pause(app, caller).await?),
        Setting::NudgesOn => drop(nudges::join(app, caller).await?),
        Setting::NudgesOff => drop(nudges::leave(app, caller).await?),
        Setting::Hide => drop(
            change(app, caller, async move |connection, of| {
                store::hide(connection, of.key, of.now).await
            })
            .await?,
        ),
        Setting::Show => drop(
            change(app, caller, async move |connection, of| {
                store::show(connection, of.key).await
            })
            .await?,
        ),
        Setting::VoiceOn => voice::commands::choose(app, caller, Switch::On).await?,
        Setting::VoiceOff => voice::commands::choose(app, caller, Switch::Off).await?,
        Setting::AskWhen => {}
    }
    Ok(())
}

async fn set_weekday(app: &App, press: &Press<'_>, caller: &Caller) -> Result<(), CommandError> {
    let mut choice = nudges::ScheduleChoice::of(app, caller).await?;
    choice.schedule.weekday = press.choice(|day| day.parse().ok())?;
    nudges::reschedule(app, caller, choice).await?;
    Ok(())
}

async fn set_time_and_zone(
    app: &App,
    press: &Press<'_>,
    caller: &Caller,
) -> Result<(), CommandError> {
    let mut choice = nudges::ScheduleChoice::of(app, caller).await?;
    if let Some(time) = press.written(view::TIME) {
        choice.schedule.time = time_of_day(time, caller.language)?;
    }
    // If they left the team's zone unchanged, follow the team when it changes.
    if let Some(zone) = press.written(view::ZONE) {
        let zone = zone::parse(zone)?;
        if zone != choice.schedule.zone {
            choice.choose_zone(zone);
        }
    }
    nudges::reschedule(app, caller, choice).await?;
    Ok(())
}
