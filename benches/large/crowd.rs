//! The people of the bench: 200 servers, one of them with 10,000 members.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rehearsal::{ChannelId, GuildId, MovableClock, UserId, World};

/// How many servers there are.
pub(crate) const SERVERS: usize = 200;
/// How many members the large server has.
pub(crate) const LARGE: usize = 10_000;
/// How many members the server has that is deleted.
pub(crate) const FORGOTTEN: usize = 40;
/// How many members each other server has.
const OTHERS: usize = 50;

/// The servers by their index.
pub(crate) const LARGE_SERVER: usize = 0;
pub(crate) const FORGOTTEN_SERVER: usize = 1;
pub(crate) const NEIGHBOURS_SERVER: usize = 2;

/// A Monday, an hour before the nudges of 09:00 UTC.
pub(crate) const START: &str = "2026-11-23T08:00:00Z";

pub(crate) struct Server {
    pub(crate) guild: GuildId,
    pub(crate) channels: [ChannelId; 2],
    pub(crate) people: Vec<UserId>,
}

pub(crate) struct Crowd {
    pub(crate) servers: Vec<Server>,
    /// The direct message channel of each member of the large server.
    pub(crate) dms: Vec<ChannelId>,
}

/// The username of a member.
pub(crate) fn name(server: usize, person: usize) -> String {
    format!("s{server}p{person}")
}

pub(crate) fn start() -> DateTime<Utc> {
    START.parse().unwrap()
}

/// Uses a clock that stands still, so that ids are the same in every run and match the file.
pub(crate) fn settle() -> (World, Crowd, MovableClock) {
    let clock = MovableClock::standing(start());
    let mut world = World::new(Arc::new(clock.clone()));
    let servers: Vec<_> = (0..SERVERS).map(|server| add(&mut world, server)).collect();
    let of_large = servers[LARGE_SERVER].people.iter();
    let dms = of_large.map(|person| world.dm_channel(*person)).collect();
    (world, Crowd { servers, dms }, clock)
}

fn add(world: &mut World, server: usize) -> Server {
    let size = match server {
        LARGE_SERVER => LARGE,
        FORGOTTEN_SERVER => FORGOTTEN,
        _ => OTHERS,
    };
    let add = |world: &mut World, person| {
        world.add_person(&name(server, person), &format!("Person {person}"))
    };
    let mut people = vec![add(world, 0)];
    let guild = world.add_guild(&format!("Server {server}"), people[0]);
    let channels = ["general", "random"].map(|channel| world.add_channel(guild, channel));
    for person in 1..size {
        let id = add(world, person);
        world.join(guild, id);
        people.push(id);
    }
    Server {
        guild,
        channels,
        people,
    }
}
