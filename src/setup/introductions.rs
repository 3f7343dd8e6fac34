//! The part of `/setup` about introductions: a panel of its own.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{
    ChannelType, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, Permissions,
};

use super::IntroductionsStep as Step;
use crate::app::App;
use crate::database::StoreResult;
use crate::discord::custom_id::CustomId as _;
use crate::discord::layout::Container;
use crate::discord::reply::{Reply, button, weekday_options};
use crate::errors::{CommandError, Refusal};
use crate::ids::{ChannelId, TeamId};
use crate::interaction::press::Press;
use crate::introductions::store::choices;
use crate::introductions::{Every, Plan};
use crate::language::{Argument, Language, Text, text, tr};
use crate::team;

/// What Rapport needs in the channel: to make private threads, and to write and look in them.
const NEEDED: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::READ_MESSAGE_HISTORY)
    .union(Permissions::CREATE_PRIVATE_THREADS)
    .union(Permissions::SEND_MESSAGES_IN_THREADS);

/// The channel of introductions, according to Discord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Rapport can make threads there.
    Ready,
    /// It was deleted.
    Deleted,
    /// Rapport can't see it.
    Hidden,
    /// Rapport lacks these permissions there.
    Missing(Permissions),
}

/// The plan and its channel.
pub(crate) async fn planned(app: &App, team: TeamId) -> StoreResult<Option<(Plan, Place)>> {
    let Some(plan) = choices::plan(app.database.readers(), team).await? else {
        return Ok(None);
    };
    let place = match app.api.held_in(team, plan.channel).await {
        Ok(held) if held.administrator() => Place::Ready,
        Ok(held) if !held.view_channel() => Place::Hidden,
        Ok(held) if !held.contains(NEEDED) => Place::Missing(NEEDED.difference(held)),
        Err(gone) if gone.is_unknown_channel() => Place::Deleted,
        Err(hidden) if hidden.is_missing_access() => Place::Hidden,
        // If Discord does not say, assume that all is well.
        _ => Place::Ready,
    };
    Ok(Some((plan, place)))
}

/// Something was pressed in the panel of introductions.
pub(crate) async fn press(app: &App, press: &Press<'_>, step: Step) -> Result<(), CommandError> {
    let caller = press.manager()?;
    let wanted = Wanted::of(press, step)?;
    let planned = press
        .in_time(async {
            change(app, caller.team, wanted).await?;
            Ok(planned(app, caller.team).await?)
        })
        .await?;
    press.update(panel(planned, caller.language)).await?;
    Ok(())
}

/// What an admin wants to change.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    Nothing,
    Channel(ChannelId),
    Every(Every),
    Weekday(chrono::Weekday),
    Hour(u8),
    End,
}

impl Wanted {
    fn of(press: &Press<'_>, step: Step) -> Result<Self, Refusal> {
        Ok(match step {
            Step::Channel => Self::Channel(press.choice(|id| id.parse().ok())?),
            Step::Every => Self::Every(press.choice(|weeks| weeks.parse().ok())?),
            Step::Weekday => Self::Weekday(press.choice(|day| day.parse().ok())?),
            Step::Hour => Self::Hour(press.choice(hour)?),
            Step::End => Self::End,
            Step::Open | Step::Back => Self::Nothing,
        })
    }

    /// The plan with the change; `None` if there is none to change, or no more.
    fn on(self, plan: Option<Plan>, now: DateTime<Utc>) -> Option<Plan> {
        if let Self::Channel(channel) = self {
            let new = Plan::in_channel(channel, now);
            return Some(plan.map_or(new, |plan| Plan { channel, ..plan }));
        }
        let plan = plan?;
        // An earlier time of today would be due at once.
        let moved = Plan {
            begins_at: now,
            ..plan
        };
        match self {
            Self::Nothing | Self::Channel(_) => Some(plan),
            Self::Every(every) => Some(Plan { every, ..plan }),
            Self::Weekday(weekday) => Some(Plan { weekday, ..moved }),
            Self::Hour(hour) => Some(Plan { hour, ..moved }),
            Self::End => None,
        }
    }
}

fn hour(option: &str) -> Option<u8> {
    option.parse().ok().filter(|hour| *hour < 24)
}

async fn change(app: &App, team: TeamId, wanted: Wanted) -> StoreResult<()> {
    if matches!(wanted, Wanted::Nothing) {
        return Ok(());
    }
    let now = app.now();
    let team = team::load(app, team).await?;
    app.database
        .write(async move |connection| {
            team::store::keep(connection, &team, now).await?;
            let before = choices::plan(&mut *connection, team.id).await?;
            match wanted.on(before, now) {
                Some(plan) => choices::set_plan(connection, team.id, plan).await,
                None => choices::end_plan(connection, team.id).await,
            }
        })
        .await?;
    app.wakers.introductions.wake();
    Ok(())
}

/// The line about introductions.
#[must_use]
pub(crate) fn line(planned: Option<(Plan, Place)>) -> Text {
    let Some((plan, place)) = planned else {
        return text!("setup-introductions-none");
    };
    let channel = format!("<#{}>", plan.channel);
    match place {
        Place::Ready => text!(
            "setup-introductions",
            channel,
            weeks = plan.every.weeks(),
            weekday = plan.weekday,
            time = time(plan.hour)
        ),
        Place::Deleted => text!("setup-introductions-deleted"),
        Place::Hidden => text!("setup-introductions-hidden", channel),
        Place::Missing(missing) => {
            let permissions = Argument::List(names(missing).map(Argument::Text).collect());
            text!("setup-introductions-missing", channel, permissions)
        }
    }
}

fn names(missing: Permissions) -> impl Iterator<Item = Text> {
    let names = [
        (
            Permissions::SEND_MESSAGES,
            text!("permission-send-messages"),
        ),
        (
            Permissions::READ_MESSAGE_HISTORY,
            text!("permission-read-history"),
        ),
        (
            Permissions::CREATE_PRIVATE_THREADS,
            text!("permission-create-private-threads"),
        ),
        (
            Permissions::SEND_MESSAGES_IN_THREADS,
            text!("permission-send-in-threads"),
        ),
    ];
    let missing = names
        .into_iter()
        .filter(move |(needed, _)| missing.contains(*needed));
    missing.map(|(_, name)| name)
}

fn time(hour: u8) -> String {
    format!("{hour:02}:00")
}

/// The panel of introductions.
#[must_use]
pub(crate) fn panel(planned: Option<(Plan, Place)>, language: Language) -> Reply {
    let title = tr!(language, "setup-introductions-title");
    let what = tr!(language, "setup-introductions-what");
    let frame = Container::default()
        .text(format!(
            "## {title}\n{what}\n{}",
            line(planned).to(language)
        ))
        .select(channels(language));
    let back = button(&Step::Back, tr!(language, "setup-back"));
    let Some((plan, _)) = planned else {
        return Reply::default().container(frame.buttons(vec![back]));
    };
    let end = button(&Step::End, tr!(language, "setup-no-introductions"));
    let frame = frame
        .select(rhythms(plan, language))
        .select(days(plan, language))
        .select(hours(plan, language))
        .buttons(vec![back, end]);
    Reply::default().container(frame)
}

fn channels(language: Language) -> CreateSelectMenu {
    let kind = CreateSelectMenuKind::Channel {
        channel_types: Some(vec![ChannelType::Text]),
        default_channels: None,
    };
    CreateSelectMenu::new(Step::Channel.encode(), kind)
        .placeholder(tr!(language, "setup-pick-introductions-channel"))
}

fn rhythms(plan: Plan, language: Language) -> CreateSelectMenu {
    let option = |every: Every| {
        let label = tr!(language, "setup-introductions-every", weeks = every.weeks());
        CreateSelectMenuOption::new(label, every.weeks().to_string())
            .default_selection(every == plan.every)
    };
    let options = [Every::TwoWeeks, Every::FourWeeks].map(option).into();
    CreateSelectMenu::new(
        Step::Every.encode(),
        CreateSelectMenuKind::String { options },
    )
    .placeholder(tr!(language, "setup-pick-introductions-rhythm"))
}

fn days(plan: Plan, language: Language) -> CreateSelectMenu {
    let options = weekday_options(plan.weekday, language);
    CreateSelectMenu::new(
        Step::Weekday.encode(),
        CreateSelectMenuKind::String { options },
    )
    .placeholder(tr!(language, "setup-pick-introductions-day"))
}

fn hours(plan: Plan, language: Language) -> CreateSelectMenu {
    let option = |hour: u8| {
        let label = tr!(language, "setup-introductions-hour", time = time(hour));
        CreateSelectMenuOption::new(label, hour.to_string()).default_selection(hour == plan.hour)
    };
    let options = (0..24).map(option).collect();
    CreateSelectMenu::new(
        Step::Hour.encode(),
        CreateSelectMenuKind::String { options },
    )
    .placeholder(tr!(language, "setup-pick-introductions-hour"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::limits::assert_message;
    use strum::IntoEnumIterator as _;

    #[test]
    fn every_panel_fits_a_message_in_every_language() {
        let plan = Plan::in_channel(ChannelId(i64::MAX), DateTime::UNIX_EPOCH);
        for language in Language::iter() {
            for place in [
                Place::Ready,
                Place::Deleted,
                Place::Hidden,
                Place::Missing(NEEDED),
            ] {
                assert_message(panel(Some((plan, place)), language));
            }
            assert_message(panel(None, language));
        }
    }

    #[test]
    fn a_plan_moved_within_the_day_does_not_bring_a_round_at_once() {
        let now: DateTime<Utc> = "2026-11-24T12:00:00Z".parse().unwrap();
        let before = Plan::in_channel(ChannelId(1), now - chrono::TimeDelta::days(30));
        let moved = Wanted::Hour(9).on(Some(before), now).unwrap();
        assert_eq!((moved.hour, moved.begins_at), (9, now));
        let slower = Wanted::Every(Every::FourWeeks)
            .on(Some(before), now)
            .unwrap();
        assert_eq!(slower.begins_at, before.begins_at);
        assert_eq!(Wanted::End.on(Some(before), now), None);
        assert_eq!(Wanted::Hour(9).on(None, now), None);
    }
}
