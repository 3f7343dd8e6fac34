//! All commands, in the order of `/help`. A new feature adds its line here.

mod words;

use serde_json::{Value, json};

use crate::interaction::Command;
use crate::settings;
use crate::setup;
use crate::{
    away, contacts, dates, encounters, help, introductions, kudos, nudges, people, privacy,
};

/// All commands, as poise knows them.
#[must_use]
pub fn commands() -> Vec<Command> {
    let mut commands = vec![
        encounters::commands::met(),
        encounters::commands::we_talked(),
        people::commands::people(),
        people::commands::person(),
        people::commands::me(),
        contacts::commands::contact(),
        nudges::commands::nudge(),
        away::commands::away(),
        introductions::commands::introductions(),
        dates::commands::dates(),
        kudos::commands::kudos(),
        kudos::commands::give_kudos(),
        kudos::commands::kudos_for_this(),
        kudos::commands::leaderboard(),
        kudos::mine::commands::kudos_mine(),
        settings::commands::settings(),
        privacy::commands::privacy(),
        setup::commands::setup(),
        help::commands::help(),
    ];
    poise::set_qualified_names(&mut commands);
    commands
}

/// All commands in the form in which Discord registers them. `for_people`: whether people can install the
/// application for themselves.
pub(super) fn described(for_people: bool) -> serde_json::Result<Value> {
    let commands = poise::builtins::create_application_commands(&commands());
    let mut described = serde_json::to_value(commands)?;
    for command in described.as_array_mut().into_iter().flatten() {
        words::translate(command);
        limit_places(command, for_people);
        // serenity writes the permissions as text, but Discord's clients get a number.
        if let Some(needed) = command.get_mut("default_member_permissions")
            && let Some(bits) = needed.as_str().and_then(|text| text.parse::<u64>().ok())
        {
            *needed = bits.into();
        }
    }
    Ok(described)
}

/// Discord's numbers of an installation for a server, and of a place between people.
const SERVER: u64 = 0;
const BETWEEN_PEOPLE: u64 = 2;

/// A command that says nothing else is for servers: Discord would offer it wherever the application can
/// be installed.
fn limit_places(command: &mut Value, for_people: bool) {
    if !for_people || command["integration_types"].is_null() {
        command["integration_types"] = json!([SERVER]);
        if let Some(contexts) = command["contexts"].as_array_mut() {
            contexts.retain(|it| *it != BETWEEN_PEOPLE);
        }
    }
}
