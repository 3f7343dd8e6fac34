//! What an admin chooses about introductions.

use super::Wanted;
use super::view::{ChannelState, NEEDED, panel};
use crate::app::App;
use crate::database::StoreResult;
use crate::errors::{CommandError, Refusal};
use crate::ids::TeamId;
use crate::interaction::press::Press;
use crate::introductions::Plan;
use crate::introductions::store::choices;
use crate::setup::IntroductionsStep as Step;
use crate::team;

/// The plan and its channel.
pub(crate) async fn planned(app: &App, team: TeamId) -> StoreResult<Option<(Plan, ChannelState)>> {
    let Some(plan) = choices::plan(app.database.readers(), team).await? else {
        return Ok(None);
    };
    let place = match app.api.held_in(team, plan.channel).await {
        Ok(held) if held.administrator() => ChannelState::Ready,
        Ok(held) if !held.view_channel() => ChannelState::Hidden,
        Ok(held) if !held.contains(NEEDED) => ChannelState::Missing(NEEDED.difference(held)),
        Err(gone) if gone.is_unknown_channel() => ChannelState::Deleted,
        Err(hidden) if hidden.is_missing_access() => ChannelState::Hidden,
        // If Discord does not say, assume that all is well.
        _ => ChannelState::Ready,
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
