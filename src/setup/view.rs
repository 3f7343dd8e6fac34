//! The texts about the settings of the whole team.

use poise::serenity_prelude as serenity;
use serenity::{
    ChannelType, CreateActionRow, CreateButton, CreateInputText, CreateModal, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption, InputTextStyle,
};

use super::{RecapChannel, Rosters, Setup};
use crate::calendar::Circle;
use crate::calendar::week::day_name;
use crate::discord::custom_id::CustomId as _;
use crate::discord::layout::Container;
use crate::discord::reply::weekday_options;
use crate::discord::reply::{Reply, button};
use crate::errors::Refusal;
use crate::team::Team;

/// The modal input for the zone.
pub(crate) const ZONE: &str = "zone";

/// The modal input for kudos a day.
pub(crate) const PER_DAY: &str = "per-day";

/// The modal input for kudos a day to the same person.
pub(crate) const PER_PERSON: &str = "per-person";

/// The panel: the settings and their components.
#[must_use]
pub(crate) fn panel(team: &Team, rosters: Rosters, recap: RecapChannel) -> Reply {
    let kudos = if team.kudos_on {
        format!(
            "on, {} a day each, at most {} of them to the same person",
            team.allowance.per_day, team.allowance.per_person
        )
    } else {
        "off".to_owned()
    };
    let day = day_name(team.recap.weekday);
    let recap = match recap {
        RecapChannel::There(channel) => format!("<#{channel}>, on {day}s"),
        RecapChannel::None => "none".to_owned(),
        RecapChannel::Deleted => {
            "none, because the channel you chose was deleted. Choose another below".to_owned()
        }
        RecapChannel::Hidden(channel) => {
            format!("none, because I can't see <#{channel}>. Let me in, or choose another below")
        }
    };
    let boards = if team.leaderboards_on { "on" } else { "off" };
    let text = format!(
        "## Rapport on this server\n\
         Time zone: {} (for everyone who hasn't chosen their own)\n\
         Circle: {}, for everyone who hasn't chosen another\n\
         Kudos: {kudos}.\n\
         Leaderboards: {boards}.\n\
         Weekly recap: {recap}.\n\
         {}",
        team.zone,
        team.circle.label(),
        roster(team, rosters),
    );
    let frame = Container::default()
        .text(text)
        .select(circles(team))
        .select(recap_channel())
        .select(recap_day(team));
    let frame = match rosters {
        Rosters::ByRole | Rosters::RoleGone => frame.select(roster_role()),
        Rosters::Unknown => frame,
    };
    Reply::default().container(frame.buttons(buttons(team)))
}

/// How to switch on rosters by role.
const BY_ROLE: &str = "To use a role as the roster, ask the person who runs Rapport to switch on \
     `discord.members_intent`, and the Server Members Intent in Discord's developer portal.";

/// Refuses a roster role while the members intent is off.
#[must_use]
pub(crate) fn no_roster_by_role() -> Refusal {
    Refusal::new(format!(
        "The roster is everyone who uses Rapport. {BY_ROLE}"
    ))
}

fn roster(team: &Team, rosters: Rosters) -> String {
    match (rosters, team.roster) {
        (Rosters::ByRole, Some(role)) => format!(
            "Roster: the members of <@&{role}>. They can be suggested to people who never talked \
             with them; a DM still goes only to people who said yes."
        ),
        (Rosters::RoleGone, _) => "Roster: everyone who uses Rapport, because the role you chose \
             was deleted. Choose another below."
            .to_owned(),
        (Rosters::ByRole, None) => "Roster: everyone who uses Rapport.".to_owned(),
        (Rosters::Unknown, _) => format!("Roster: everyone who uses Rapport. {BY_ROLE}"),
    }
}

fn roster_role() -> CreateSelectMenu {
    let kind = CreateSelectMenuKind::Role {
        default_roles: None,
    };
    select(Setup::RosterRole, kind).placeholder("Role whose members are the roster")
}

fn select(setup: Setup, kind: CreateSelectMenuKind) -> CreateSelectMenu {
    CreateSelectMenu::new(setup.encode(), kind)
}

fn circles(team: &Team) -> CreateSelectMenu {
    let option = |circle: Circle| {
        CreateSelectMenuOption::new(circle.label(), circle.as_str())
            .default_selection(circle == team.circle)
    };
    let options = Circle::NAMED.into_iter().map(option).collect();
    select(Setup::Circle, CreateSelectMenuKind::String { options })
        .placeholder("Circle of everyone who hasn't chosen another")
}

/// Nothing is preselected, as the panel's text names the channel. Also, serenity writes the id of a
/// preselected channel as a number, where Discord expects a string.
fn recap_channel() -> CreateSelectMenu {
    let kind = CreateSelectMenuKind::Channel {
        channel_types: Some(vec![ChannelType::Text, ChannelType::News]),
        default_channels: None,
    };
    select(Setup::RecapChannel, kind).placeholder("Channel of the weekly recap")
}

fn recap_day(team: &Team) -> CreateSelectMenu {
    let options = weekday_options(team.recap.weekday);
    select(
        Setup::RecapWeekday,
        CreateSelectMenuKind::String { options },
    )
    .placeholder("Day of the weekly recap")
}

fn buttons(team: &Team) -> Vec<CreateButton> {
    let press = |setup, label: &str| button(&setup, label);
    let mut buttons = vec![press(Setup::AskNumbers, "Zone and allowance")];
    buttons.push(if team.kudos_on {
        press(Setup::KudosOff, "Turn kudos off")
    } else {
        press(Setup::KudosOn, "Turn kudos on")
    });
    buttons.push(if team.leaderboards_on {
        press(Setup::LeaderboardsOff, "Turn leaderboards off")
    } else {
        press(Setup::LeaderboardsOn, "Turn leaderboards on")
    });
    if team.roster.is_some() {
        buttons.push(press(Setup::NoRoster, "No roster"));
    }
    if team.recap.channel.is_some() {
        buttons.push(press(Setup::NoRecap, "No recap"));
    }
    buttons
}

/// The form for zone and allowance.
pub(crate) fn ask_numbers(team: &Team) -> CreateModal {
    let input = |label: &str, id: &str, value: String, most: u16| {
        let input = CreateInputText::new(InputTextStyle::Short, label, id);
        CreateActionRow::InputText(input.value(value).max_length(most))
    };
    let allowance = team.allowance;
    CreateModal::new(Setup::Numbers.encode(), "Zone and allowance").components(vec![
        input(
            "Time zone, like Berlin or UTC+2",
            ZONE,
            team.zone.to_string(),
            60,
        ),
        input(
            "Kudos a day, for each person",
            PER_DAY,
            allowance.per_day.to_string(),
            3,
        ),
        input(
            "Of these, to the same person",
            PER_PERSON,
            allowance.per_person.to_string(),
            3,
        ),
    ])
}
