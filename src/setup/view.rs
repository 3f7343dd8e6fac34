//! The texts about the settings of the whole team.

use poise::serenity_prelude as serenity;
use serenity::{
    ChannelType, CreateActionRow, CreateButton, CreateInputText, CreateModal, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption, InputTextStyle,
};

use super::{IntroductionsStep, PossibleRosters, RecapChannel, Setup, ThanksEmoji};
use crate::calendar::Circle;
use crate::discord::custom_id::CustomId as _;
use crate::discord::layout::Container;
use crate::discord::reply::{Reply, button, form, language_options, short_input, weekday_options};
use crate::discord::text::{cut, plain};
use crate::errors::Refusal;
use crate::language::{Language, Text, text, tr};
use crate::team::{DailyAllowance, Team};

/// How many characters of what is no emoji are shown.
const EMOJI_SHOWN: usize = 40;

/// The modal input for the zone.
pub(crate) const ZONE: &str = "zone";

/// The modal input for kudos a day.
pub(crate) const PER_DAY: &str = "per-day";

/// The modal input for kudos a day to the same person.
pub(crate) const PER_PERSON: &str = "per-person";

/// The modal input for the emoji that thanks.
pub(crate) const REACTION: &str = "reaction";

/// The panel: the settings and their components.
#[must_use]
pub(crate) fn panel(
    team: &Team,
    rosters: PossibleRosters,
    recap_channel: RecapChannel,
    emoji: &ThanksEmoji,
    introductions: &Text,
    language: Language,
) -> Reply {
    let lines = [
        tr!(language, "setup-zone", zone = team.zone.to_string()),
        tr!(language, "setup-circle", circle = team.circle.label()),
        kudos(team).to(language),
        reaction(emoji).to(language),
        boards(team).to(language),
        voice(team).to(language),
        recap(team, recap_channel).to(language),
        introductions.to(language),
        roster(team, rosters, language),
        of_posts(team).to(language),
    ];
    let title = tr!(language, "setup-title");
    let frame = Container::default()
        .text(format!("## {title}\n{}", lines.join("\n")))
        .select(circles(team, language))
        .select(languages(team, language))
        .select(recap_channels(language))
        .select(recap_day(team, language));
    let frame = match rosters {
        PossibleRosters::ByRole | PossibleRosters::RoleGone => frame.select(roster_role(language)),
        PossibleRosters::Unknown => frame,
    };
    let voice = if team.voice_on {
        button(&Setup::VoiceOff, tr!(language, "setup-turn-voice-off"))
    } else {
        button(&Setup::VoiceOn, tr!(language, "setup-turn-voice-on"))
    };
    let of_reaction = button(&Setup::AskReaction, tr!(language, "setup-ask-reaction"));
    let of_introductions = button(
        &IntroductionsStep::Open,
        tr!(language, "setup-open-introductions"),
    );
    let frame =
        frame
            .buttons(buttons(team, language))
            .buttons(vec![of_reaction, of_introductions, voice]);
    Reply::default().container(frame)
}

fn kudos(team: &Team) -> Text {
    let DailyAllowance {
        per_day,
        per_person,
    } = team.allowance;
    if team.kudos_on {
        text!("setup-kudos-on", per_day, per_person)
    } else {
        text!("setup-kudos-off")
    }
}

fn reaction(emoji: &ThanksEmoji) -> Text {
    match emoji {
        ThanksEmoji::None => text!("setup-reaction-none"),
        ThanksEmoji::There(emoji) => text!("setup-reaction", emoji = emoji.to_string()),
        ThanksEmoji::Deleted => text!("setup-reaction-deleted"),
    }
}

/// Refuses what is no emoji, or one of another server.
#[must_use]
pub(crate) fn no_emoji(typed: &str) -> Refusal {
    let typed = plain(&cut(typed, EMOJI_SHOWN));
    Refusal::new(text!("setup-no-emoji", typed))
}

fn boards(team: &Team) -> Text {
    if team.leaderboards_on {
        text!("setup-boards-on")
    } else {
        text!("setup-boards-off")
    }
}

fn voice(team: &Team) -> Text {
    if team.voice_on {
        text!("setup-voice-on")
    } else {
        text!("setup-voice-off")
    }
}

fn recap(team: &Team, channel: RecapChannel) -> Text {
    let link = |channel| format!("<#{channel}>");
    match channel {
        RecapChannel::There(channel) => {
            let weekday = team.recap.weekday;
            text!("setup-recap", channel = link(channel), weekday)
        }
        RecapChannel::None => text!("setup-recap-none"),
        RecapChannel::Deleted => text!("setup-recap-deleted"),
        RecapChannel::Hidden(channel) => text!("setup-recap-hidden", channel = link(channel)),
    }
}

/// Refuses a roster role while the members intent is off.
#[must_use]
pub(crate) fn no_roster_by_role() -> Refusal {
    Refusal::new(text!("setup-roster-refused"))
}

fn roster(team: &Team, rosters: PossibleRosters, language: Language) -> String {
    match (rosters, team.roster) {
        (PossibleRosters::ByRole, Some(role)) => {
            tr!(language, "setup-roster-role", role = format!("<@&{role}>"))
        }
        (PossibleRosters::RoleGone, _) => tr!(language, "setup-roster-role-gone"),
        (PossibleRosters::ByRole, None) => tr!(language, "setup-roster-all"),
        (PossibleRosters::Unknown, _) => language.sentences(&[
            tr!(language, "setup-roster-all"),
            tr!(language, "setup-roster-by-role"),
        ]),
    }
}

/// The line about the language of posts.
fn of_posts(team: &Team) -> Text {
    let name = team.language().own_name();
    if team.own_language.is_some() {
        text!("setup-language", name)
    } else {
        text!("setup-language-of-server", name)
    }
}

fn roster_role(language: Language) -> CreateSelectMenu {
    let kind = CreateSelectMenuKind::Role {
        default_roles: None,
    };
    select(Setup::RosterRole, kind).placeholder(tr!(language, "setup-pick-roster"))
}

fn select(setup: Setup, kind: CreateSelectMenuKind) -> CreateSelectMenu {
    CreateSelectMenu::new(setup.encode(), kind)
}

fn circles(team: &Team, language: Language) -> CreateSelectMenu {
    let option = |circle: Circle| {
        CreateSelectMenuOption::new(circle.label().to(language), circle.as_str())
            .default_selection(circle == team.circle)
    };
    let options = Circle::NAMED.into_iter().map(option).collect();
    select(Setup::Circle, CreateSelectMenuKind::String { options })
        .placeholder(tr!(language, "setup-pick-circle"))
}

fn languages(team: &Team, language: Language) -> CreateSelectMenu {
    let automatic = tr!(language, "setup-language-auto");
    let options = language_options(team.own_language, automatic);
    select(Setup::Language, CreateSelectMenuKind::String { options })
        .placeholder(tr!(language, "setup-pick-language"))
}

/// Nothing is preselected, as the panel's text names the channel. Also, serenity writes the id of a
/// preselected channel as a number, where Discord expects a string.
fn recap_channels(language: Language) -> CreateSelectMenu {
    let kind = CreateSelectMenuKind::Channel {
        channel_types: Some(vec![ChannelType::Text, ChannelType::News]),
        default_channels: None,
    };
    select(Setup::RecapChannel, kind).placeholder(tr!(language, "setup-pick-recap-channel"))
}

fn recap_day(team: &Team, language: Language) -> CreateSelectMenu {
    let options = weekday_options(team.recap.weekday, language);
    select(
        Setup::RecapWeekday,
        CreateSelectMenuKind::String { options },
    )
    .placeholder(tr!(language, "setup-pick-recap-day"))
}

fn buttons(team: &Team, language: Language) -> Vec<CreateButton> {
    let press = |setup, label: Text| button(&setup, label.to(language));
    let mut buttons = vec![press(Setup::AskNumbers, text!("setup-ask-numbers"))];
    buttons.push(if team.kudos_on {
        press(Setup::KudosOff, text!("setup-turn-kudos-off"))
    } else {
        press(Setup::KudosOn, text!("setup-turn-kudos-on"))
    });
    buttons.push(if team.leaderboards_on {
        press(Setup::LeaderboardsOff, text!("setup-turn-boards-off"))
    } else {
        press(Setup::LeaderboardsOn, text!("setup-turn-boards-on"))
    });
    if team.roster.is_some() {
        buttons.push(press(Setup::NoRoster, text!("setup-no-roster")));
    }
    if team.recap.channel.is_some() {
        buttons.push(press(Setup::NoRecap, text!("setup-no-recap")));
    }
    buttons
}

/// The form for the emoji that thanks.
pub(crate) fn ask_reaction(team: &Team, language: Language) -> CreateModal {
    let chosen = team.reaction.as_ref().map(ToString::to_string);
    let input = short_input(REACTION, &tr!(language, "setup-form-reaction"))
        .placeholder(tr!(language, "setup-form-reaction-hint"))
        .value(chosen.unwrap_or_default())
        .required(false)
        .max_length(60);
    let title = tr!(language, "setup-ask-reaction");
    form(&Setup::Reaction, &title, input)
}

/// The form for zone and allowance.
pub(crate) fn ask_numbers(team: &Team, language: Language) -> CreateModal {
    let input = |label: String, id: &str, value: String, most: u16| {
        let input = CreateInputText::new(InputTextStyle::Short, label, id);
        CreateActionRow::InputText(input.value(value).max_length(most))
    };
    let (zone, allowance) = (team.zone.to_string(), team.allowance);
    let (per_day, per_person) = (
        allowance.per_day.to_string(),
        allowance.per_person.to_string(),
    );
    let title = tr!(language, "setup-ask-numbers");
    CreateModal::new(Setup::Numbers.encode(), title).components(vec![
        input(tr!(language, "setup-form-zone"), ZONE, zone, 60),
        input(tr!(language, "setup-form-per-day"), PER_DAY, per_day, 3),
        input(
            tr!(language, "setup-form-per-person"),
            PER_PERSON,
            per_person,
            3,
        ),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Environment, Settings};
    use crate::discord::limits::{assert_form, assert_message};
    use crate::ids::{ChannelId, RoleId, TeamId};
    use strum::IntoEnumIterator as _;

    /// As long as an emoji can be.
    const PARTY: &str = "<a:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx:1574363883110400003>";

    fn team() -> Team {
        let config = Settings::read_without_token(&Environment::default()).unwrap();
        Team {
            roster: Some(RoleId(i64::MAX)),
            ..Team::new(TeamId(1), &config.teams, &config.kudos)
        }
    }

    #[test]
    fn every_panel_fits_a_message_in_every_language() {
        let recaps = [
            RecapChannel::None,
            RecapChannel::There(ChannelId(i64::MAX)),
            RecapChannel::Deleted,
            RecapChannel::Hidden(ChannelId(i64::MAX)),
        ];
        for language in Language::iter() {
            for recap in recaps {
                for rosters in [
                    PossibleRosters::ByRole,
                    PossibleRosters::RoleGone,
                    PossibleRosters::Unknown,
                ] {
                    for on in [true, false] {
                        let team = Team {
                            kudos_on: on,
                            leaderboards_on: on,
                            voice_on: on,
                            own_language: on.then_some(language),
                            ..team()
                        };
                        let emoji = if on {
                            ThanksEmoji::Deleted
                        } else {
                            ThanksEmoji::There(PARTY.parse().unwrap())
                        };
                        let none = crate::setup::introductions::view::line(None);
                        assert_message(panel(&team, rosters, recap, &emoji, &none, language));
                    }
                }
            }
        }
    }

    #[test]
    fn the_forms_fit_in_every_language() {
        for language in Language::iter() {
            assert_form(&ask_numbers(&team(), language));
            let team = Team {
                reaction: Some(PARTY.parse().unwrap()),
                ..team()
            };
            assert_form(&ask_reaction(&team, language));
        }
    }
}
