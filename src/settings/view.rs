//! The texts about a member's own settings.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{
    CreateActionRow, CreateInputText, CreateModal, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption, InputTextStyle,
};

use super::Setting;
use crate::calendar::PeoplePerNudge;
use crate::calendar::week::day_name;
use crate::discord::custom_id::CustomId as _;
use crate::discord::layout::Container;
use crate::discord::reply::{Reply, button, main_button, weekday_options};
use crate::discord::text::{capital, cut, plain};
use crate::members::Member;
use crate::members::pause::{Length, Pause};
use crate::settings::action::Action;

/// The modal input for the time.
pub(crate) const TIME: &str = "time";

/// The modal input for the zone.
pub(crate) const ZONE: &str = "zone";

/// The panel: the settings and their components. The server's name is for readers outside of it.
#[must_use]
pub(crate) fn panel(member: &Member, server: Option<&str>, now: DateTime<Utc>) -> Reply {
    let server = server.map(|name| format!("in {}", plain(&cut(name, 40))));
    let place = server.as_deref().unwrap_or("on this server");
    let schedule = member.schedule;
    let people = match member.people.get() {
        1 => "one person".to_owned(),
        most => format!("up to {most} people"),
    };
    let boards = if member.hidden {
        "you are left out of them"
    } else {
        "you are in them"
    };
    let text = format!(
        "## Your settings {place}\n\
         Nudges: {}.\n\
         When: {}s at {} ({}).\n\
         In a nudge: {people}.\n\
         Leaderboards: {boards}.",
        nudges(member, now),
        day_name(schedule.weekday),
        schedule.time.format("%H:%M"),
        schedule.zone,
    );
    let frame = Container::default()
        .text(text)
        .select(weekdays(member))
        .select(wishes(member));
    let gets_nudges = member.is_joined() && !member.untracked;
    let frame = if gets_nudges && member.paused(now).is_none() {
        frame.select(pauses(member))
    } else {
        frame
    };
    Reply::default().container(frame.buttons(buttons(member, now)))
}

fn nudges(member: &Member, now: DateTime<Utc>) -> String {
    let zone = member.schedule.zone;
    if !member.is_joined() {
        return "off".to_owned();
    }
    if member.untracked {
        return "none, as you asked not to be tracked".to_owned();
    }
    match member.paused(now) {
        None => "on".to_owned(),
        Some(Pause::UntilTheySay) => "paused until you say otherwise".to_owned(),
        Some(Pause::Until(end)) => {
            let end = end.with_timezone(&zone).format("%A, %-d %B %Y");
            format!("paused until {end}")
        }
    }
}

fn action(member: &Member, setting: Setting) -> Action {
    Action {
        team: member.team,
        setting,
    }
}

fn select(
    member: &Member,
    setting: Setting,
    options: Vec<CreateSelectMenuOption>,
) -> CreateSelectMenu {
    let kind = CreateSelectMenuKind::String { options };
    CreateSelectMenu::new(action(member, setting).encode(), kind)
}

fn weekdays(member: &Member) -> CreateSelectMenu {
    let chosen = member.schedule.weekday;
    select(member, Setting::Weekday, weekday_options(chosen)).placeholder("Day of the nudge")
}

fn wishes(member: &Member) -> CreateSelectMenu {
    let option = |people: u8| {
        let label = match people {
            1 => "1 person in a nudge".to_owned(),
            most => format!("Up to {most} people in a nudge"),
        };
        CreateSelectMenuOption::new(label, people.to_string())
            .default_selection(people == member.people.get())
    };
    let options = (1..=PeoplePerNudge::MAX).map(option).collect();
    select(member, Setting::People, options).placeholder("People in a nudge")
}

fn pauses(member: &Member) -> CreateSelectMenu {
    let option =
        |length: Length| CreateSelectMenuOption::new(capital(length.label()), length.as_str());
    let options = Length::ALL.into_iter().map(option).collect();
    select(member, Setting::Pause, options).placeholder("Pause nudges")
}

fn buttons(member: &Member, now: DateTime<Utc>) -> Vec<serenity::CreateButton> {
    let plain = |setting, label: &str| button(&action(member, setting), label);
    let mut buttons = vec![plain(Setting::AskWhen, "Zone and time")];
    buttons.push(if member.hidden {
        plain(Setting::Show, "Show me in leaderboards")
    } else {
        plain(Setting::Hide, "Hide me from leaderboards")
    });
    if member.untracked {
        return buttons;
    }
    if !member.is_joined() {
        buttons.push(main_button(
            &action(member, Setting::NudgesOn),
            "Turn nudges on",
        ));
        return buttons;
    }
    if member.paused(now).is_some() {
        buttons.push(main_button(
            &action(member, Setting::Resume),
            "Resume nudges",
        ));
    }
    buttons.push(plain(Setting::NudgesOff, "Turn nudges off"));
    buttons
}

/// The form for zone and time.
pub(crate) fn ask_when(member: &Member) -> CreateModal {
    let schedule = member.schedule;
    let time = CreateInputText::new(
        InputTextStyle::Short,
        "Time on your clock, like 09:00",
        TIME,
    )
    .value(schedule.time.format("%H:%M").to_string())
    .max_length(20);
    let zone = CreateInputText::new(
        InputTextStyle::Short,
        "Time zone, like Berlin or UTC+2",
        ZONE,
    )
    .value(schedule.zone.to_string())
    .max_length(60);
    CreateModal::new(action(member, Setting::When).encode(), "When nudges come").components(vec![
        CreateActionRow::InputText(time),
        CreateActionRow::InputText(zone),
    ])
}
