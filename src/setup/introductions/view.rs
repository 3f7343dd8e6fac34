//! The panel of introductions, and their line in the panel of the team.

use poise::serenity_prelude as serenity;
use serenity::{
    ChannelType, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, Permissions,
};

use crate::discord::custom_id::CustomId as _;
use crate::discord::layout::Container;
use crate::discord::reply::{Reply, button, weekday_options};
use crate::introductions::{Every, Plan};
use crate::language::{Argument, Language, Text, text, tr};
use crate::setup::IntroductionsStep as Step;

/// What Rapport needs in the channel: to make private threads, and to write and look in them.
pub(super) const NEEDED: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::READ_MESSAGE_HISTORY)
    .union(Permissions::CREATE_PRIVATE_THREADS)
    .union(Permissions::SEND_MESSAGES_IN_THREADS);

/// The channel of introductions, according to Discord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChannelState {
    /// Rapport can make threads there.
    Ready,
    /// It was deleted.
    Deleted,
    /// Rapport can't see it.
    Hidden,
    /// Rapport lacks these permissions there.
    Missing(Permissions),
}

/// The line about introductions.
#[must_use]
pub(crate) fn line(planned: Option<(Plan, ChannelState)>) -> Text {
    let Some((plan, place)) = planned else {
        return text!("setup-introductions-none");
    };
    let channel = format!("<#{}>", plan.channel);
    match place {
        ChannelState::Ready => text!(
            "setup-introductions",
            channel,
            weeks = plan.every.weeks(),
            weekday = plan.weekday,
            time = time(plan.hour)
        ),
        ChannelState::Deleted => text!("setup-introductions-deleted"),
        ChannelState::Hidden => text!("setup-introductions-hidden", channel),
        ChannelState::Missing(missing) => {
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
pub(crate) fn panel(planned: Option<(Plan, ChannelState)>, language: Language) -> Reply {
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
    use crate::ids::ChannelId;
    use chrono::DateTime;
    use strum::IntoEnumIterator as _;

    #[test]
    fn every_panel_fits_a_message_in_every_language() {
        let plan = Plan::in_channel(ChannelId(i64::MAX), DateTime::UNIX_EPOCH);
        for language in Language::iter() {
            for place in [
                ChannelState::Ready,
                ChannelState::Deleted,
                ChannelState::Hidden,
                ChannelState::Missing(NEEDED),
            ] {
                assert_message(panel(Some((plan, place)), language));
            }
            assert_message(panel(None, language));
        }
    }
}
