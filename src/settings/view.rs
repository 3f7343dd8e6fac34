//! The texts about a member's own settings.

use chrono::{DateTime, Utc};
use poise::serenity_prelude as serenity;
use serenity::{
    CreateActionRow, CreateButton, CreateInputText, CreateModal, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption, InputTextStyle,
};

use super::{OwnSettings, Setting};
use crate::calendar::PeoplePerNudge;
use crate::discord::custom_id::CustomId as _;
use crate::discord::layout::Container;
use crate::discord::reply::{Reply, button, language_options, main_button, weekday_options};
use crate::discord::text::{cut, plain, timestamp};
use crate::language::{Language, Text, text, tr};
use crate::members::Member;
use crate::members::pause::{Length, Pause};
use crate::settings::action::Action;
use crate::voice::Counting;

/// The modal input for the time.
pub(crate) const TIME: &str = "time";

/// The modal input for the zone.
pub(crate) const ZONE: &str = "zone";

/// The panel: the settings and their components. The server's name is for readers outside of it.
#[must_use]
pub(crate) fn panel(
    own: &OwnSettings,
    server: Option<&str>,
    now: DateTime<Utc>,
    language: Language,
) -> Reply {
    let OwnSettings { member, voice } = own;
    let title = match server.map(|name| plain(&cut(name, 40))) {
        Some(server) => tr!(language, "settings-title", server),
        None => tr!(language, "settings-title-here"),
    };
    let schedule = member.schedule;
    let when = tr!(
        language,
        "settings-when",
        weekday = schedule.weekday,
        time = schedule.time.format("%H:%M").to_string(),
        zone = schedule.zone.to_string(),
    );
    let boards = if member.hidden {
        tr!(language, "settings-boards-hidden")
    } else {
        tr!(language, "settings-boards-shown")
    };
    let lines = [
        format!("## {title}"),
        nudges_and_absence(member, now, language),
        when,
        tr!(language, "settings-people", people = member.people.get()),
        of_messages(member).to(language),
        boards,
        of_voice(*voice).to(language),
    ];
    let frame = Container::default()
        .text(lines.join("\n"))
        .select(weekdays(member, language))
        .select(people(member, language))
        .select(languages(member, language));
    let gets_nudges = member.is_joined() && !member.untracked;
    let frame = if gets_nudges && member.paused(now).is_none() {
        frame.select(pauses(member, language))
    } else {
        frame
    };
    let frame = frame
        .buttons(buttons(member, now, language))
        .buttons(voice_buttons(member, *voice, language));
    Reply::default().container(frame)
}

fn nudges_and_absence(member: &Member, now: DateTime<Utc>, language: Language) -> String {
    let nudges = tr!(language, "settings-nudges", nudges = nudges(member, now));
    match member.away(now).map(|it| language.day_of_month(it.back_on)) {
        Some(day) => format!("{nudges}\n{}", tr!(language, "settings-away", day)),
        None => nudges,
    }
}

fn nudges(member: &Member, now: DateTime<Utc>) -> Text {
    if !member.is_joined() {
        return text!("settings-nudges-off");
    }
    if member.untracked {
        return text!("settings-nudges-untracked");
    }
    match member.paused(now) {
        None => text!("settings-nudges-on"),
        Some(Pause::UntilTheySay) => text!("settings-nudges-paused"),
        Some(Pause::Until(end)) => {
            text!("settings-nudges-paused-until", date = timestamp::date(end))
        }
    }
}

/// The line about the language of direct messages.
fn of_messages(member: &Member) -> Text {
    let name = member.language().own_name();
    if member.own_language.is_some() {
        text!("settings-language", name)
    } else {
        text!("settings-language-of-client", name)
    }
}

fn of_voice(voice: Counting) -> Text {
    match voice {
        Counting::On => text!("settings-voice-on"),
        Counting::Off => text!("settings-voice-off"),
        Counting::OffForAll => text!("settings-voice-off-for-all"),
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

fn weekdays(member: &Member, language: Language) -> CreateSelectMenu {
    let options = weekday_options(member.schedule.weekday, language);
    select(member, Setting::Weekday, options).placeholder(tr!(language, "settings-pick-weekday"))
}

fn people(member: &Member, language: Language) -> CreateSelectMenu {
    let option = |people: u8| {
        let label = tr!(language, "settings-people-choice", people);
        CreateSelectMenuOption::new(label, people.to_string())
            .default_selection(people == member.people.get())
    };
    let options = (1..=PeoplePerNudge::MAX).map(option).collect();
    select(member, Setting::People, options).placeholder(tr!(language, "settings-pick-people"))
}

fn languages(member: &Member, language: Language) -> CreateSelectMenu {
    let automatic = tr!(language, "settings-language-auto");
    let options = language_options(member.own_language, automatic);
    select(member, Setting::Language, options).placeholder(tr!(language, "settings-pick-language"))
}

fn pauses(member: &Member, language: Language) -> CreateSelectMenu {
    let option =
        |length: Length| CreateSelectMenuOption::new(length.label().to(language), length.as_str());
    let options = Length::ALL.into_iter().map(option).collect();
    select(member, Setting::Pause, options).placeholder(tr!(language, "settings-pick-pause"))
}

fn buttons(member: &Member, now: DateTime<Utc>, language: Language) -> Vec<CreateButton> {
    let plain = |setting, label: Text| button(&action(member, setting), label.to(language));
    let main = |setting, label: Text| main_button(&action(member, setting), label.to(language));
    let mut buttons = vec![plain(Setting::AskWhen, text!("settings-ask-when"))];
    buttons.push(if member.hidden {
        plain(Setting::Show, text!("settings-show"))
    } else {
        plain(Setting::Hide, text!("settings-hide"))
    });
    if member.untracked {
        return buttons;
    }
    if !member.is_joined() {
        buttons.push(main(Setting::NudgesOn, text!("settings-turn-on")));
        return buttons;
    }
    if member.paused(now).is_some() {
        buttons.push(main(Setting::Resume, text!("settings-resume")));
    }
    buttons.push(plain(Setting::NudgesOff, text!("settings-turn-off")));
    buttons
}

fn voice_buttons(member: &Member, voice: Counting, language: Language) -> Vec<CreateButton> {
    let press = |setting, label: Text| button(&action(member, setting), label.to(language));
    match voice {
        Counting::On => vec![press(Setting::VoiceOff, text!("settings-turn-voice-off"))],
        Counting::Off if !member.untracked => {
            vec![press(Setting::VoiceOn, text!("settings-turn-voice-on"))]
        }
        Counting::Off | Counting::OffForAll => Vec::new(),
    }
}

/// The form for zone and time.
pub(crate) fn ask_when(member: &Member, language: Language) -> CreateModal {
    let schedule = member.schedule;
    let input = |label: String, id| CreateInputText::new(InputTextStyle::Short, label, id);
    let time = input(tr!(language, "settings-form-time"), TIME)
        .value(schedule.time.format("%H:%M").to_string())
        .max_length(20);
    let zone = input(tr!(language, "settings-form-zone"), ZONE)
        .value(schedule.zone.to_string())
        .max_length(60);
    let title = tr!(language, "settings-form");
    CreateModal::new(action(member, Setting::When).encode(), title).components(vec![
        CreateActionRow::InputText(time),
        CreateActionRow::InputText(zone),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Environment, Settings};
    use crate::discord::limits::{assert_form, assert_message};
    use crate::discord::names::PersonName;
    use crate::ids::{PersonId, TeamId};
    use crate::team::Team;
    use strum::IntoEnumIterator as _;

    fn member() -> Member {
        let config = Settings::read_without_token(&Environment::default()).unwrap();
        let team = Team::new(TeamId(1), &config.teams, &config.kudos);
        let name = PersonName::default();
        Member::new(&team, PersonId(1), &name, &config.nudges)
    }

    #[test]
    fn every_panel_fits_a_message_in_every_language() {
        let now = DateTime::UNIX_EPOCH;
        let pauses = [None, Some(Pause::UntilTheySay), Some(Pause::Until(now))];
        let server = "_".repeat(100);
        for language in Language::iter() {
            for (pause, joined_at) in pauses.into_iter().zip([None, Some(now), Some(now)]) {
                let member = Member {
                    pause,
                    joined_at,
                    own_language: pause.map(|_| language),
                    hidden: pause.is_none(),
                    untracked: false,
                    ..member()
                };
                for voice in [Counting::On, Counting::Off, Counting::OffForAll] {
                    let member = member.clone();
                    let own = OwnSettings { member, voice };
                    assert_message(panel(&own, Some(&server), now, language));
                }
            }
        }
    }

    #[test]
    fn the_form_fits_in_every_language() {
        for language in Language::iter() {
            assert_form(&ask_when(&member(), language));
        }
    }
}
