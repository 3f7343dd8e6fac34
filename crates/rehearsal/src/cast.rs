//! Who and what there is when a rehearsal begins, from a TOML description.

use std::collections::BTreeMap;
use zones::Zone;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use figment::Figment;
use figment::providers::{Format, Toml};
use serde::{Deserialize, Serialize};

use super::{ChannelKind, Locale, UserId, World};

/// A description of a world: its people, servers and the time it begins.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cast {
    /// The instant it begins.
    pub start: DateTime<Utc>,
    /// The bot's name as people see it.
    pub bot: String,
    /// Who there is; the first one is who types until somebody else does.
    pub people: Vec<Person>,
    /// The servers; the first one is where people are at first.
    pub servers: Vec<Server>,
    /// Groups with messages of their own, by the unique names of their people.
    #[serde(default)]
    pub groups: Vec<Vec<String>>,
    /// What a first visitor of the page is led through, in this order.
    #[serde(default)]
    pub hints: Vec<Hint>,
}

/// Somebody.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The unique name, in lower case.
    pub name: String,
    /// The name others see.
    pub shown: String,
    /// The zone of their machine, in which Discord shows them instants; UTC if none is given.
    #[serde(default = "Zone::utc")]
    pub zone: Zone,
    /// The language of their client; American English if none is given.
    #[serde(default)]
    pub locale: Locale,
}

/// A server.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Its name.
    pub name: String,
    /// Who may do everything in it, by unique name.
    pub owner: String,
    /// Its language; American English if none is given.
    #[serde(default)]
    pub locale: Locale,
    /// Its text channels without `#`; the first is where people are at first.
    pub channels: Vec<String>,
    /// Its voice channels.
    #[serde(default)]
    pub voice_channels: Vec<String>,
    /// Who is in it besides the owner and the bot.
    pub people: Vec<String>,
    /// Whether the bot is in it.
    #[serde(default = "yes")]
    pub bot: bool,
}

fn yes() -> bool {
    true
}

/// Something for a first visitor to do.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    /// What to do, and what comes of it.
    pub text: String,
    /// What is on the button that helps.
    pub button: String,
    /// What the button does.
    pub help: Help,
}

/// How the page helps with a hint, and by what it knows that the hint was followed.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Help {
    /// Begins a command; followed when the bot has answered it.
    Types(String),
    /// Moves the clock to where these words say; followed when it was moved.
    MovesClock(String),
    /// Opens the direct messages; followed when something on one of them was used.
    OpensDms,
}

impl Cast {
    /// Reads a description.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let cast: Self = Figment::from(Toml::string(text))
            .extract()
            .map_err(Box::new)
            .context("the description of the world can't be read")?;
        anyhow::ensure!(
            !cast.people.is_empty()
                && cast
                    .servers
                    .iter()
                    .any(|server| !server.channels.is_empty()),
            "the description of the world needs a person and a server with a channel"
        );
        Ok(cast)
    }

    /// Adds all of it to `world`; returns everybody's zone.
    pub fn enter(&self, world: &mut World) -> anyhow::Result<BTreeMap<UserId, Zone>> {
        let bot = world.bot();
        if let Some(bot) = world.user_mut(bot) {
            bot.global_name = Some(self.bot.clone());
        }
        let mut zones = BTreeMap::new();
        for person in &self.people {
            let user = world.add_person(&person.name, &person.shown);
            world.set_locale(user, person.locale);
            zones.insert(user, person.zone);
        }
        for server in &self.servers {
            enter_server(world, server)?;
        }
        for group in &self.groups {
            let people = group.iter().map(|name| known(world, name));
            let people = people.collect::<anyhow::Result<Vec<_>>>()?;
            world.group_dm(&people);
        }
        Ok(zones)
    }
}

fn enter_server(world: &mut World, server: &Server) -> anyhow::Result<()> {
    let owner = known(world, &server.owner)?;
    let guild = if server.bot {
        world.add_guild(&server.name, owner)
    } else {
        world.add_guild_without_bot(&server.name, owner)
    };
    world.set_guild_locale(guild, server.locale);
    for channel in &server.channels {
        world.add_channel(guild, channel);
    }
    for channel in &server.voice_channels {
        world.add_channel_for(guild, channel, ChannelKind::Voice);
    }
    for name in &server.people {
        let person = known(world, name)?;
        world.join(guild, person);
    }
    Ok(())
}

fn known(world: &World, name: &str) -> anyhow::Result<UserId> {
    let user = world.user_named(name);
    Ok(user.with_context(|| format!("nobody is called {name}"))?.id)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::clock::MovableClock;

    const CAST: &str = r#"
        start = "2026-10-05T08:00:00Z"
        bot = "Beacon"
        people = [
            { name = "ada", shown = "Ada", zone = "Europe/London" },
            { name = "ben", shown = "Ben", zone = "Asia/Tokyo", locale = "ja" },
        ]
        servers = [{ name = "Pier", owner = "ada", locale = "fr", channels = ["general"], people = ["ben"] }]
    "#;

    #[test]
    fn a_cast_enters_its_world() {
        let cast = Cast::parse(CAST).unwrap();
        let mut world = World::new(Arc::new(MovableClock::standing(cast.start)));
        let zones = cast.enter(&mut world).unwrap();
        assert_eq!(zones.len(), 2);
        let pier = world.guilds().next().unwrap();
        assert_eq!(pier.members.len(), 3, "two people and the bot");
        let codes = ["ada", "ben"].map(|name| world.user_named(name).unwrap().locale.code());
        assert_eq!((codes, pier.locale.code()), (["en-US", "ja"], "fr"));
    }

    #[test]
    fn a_world_without_anybody_is_refused() {
        let empty = "start = \"2026-10-26T08:00:00Z\"\nbot = \"B\"\npeople = []\nservers = []";
        assert!(Cast::parse(empty).is_err());
    }
}
