//! How a test begins: the time, the settings, and the world.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rapport::bot::Waits;
use rapport::clock::{Clock, MovableClock};
use rapport::config::Environment;
use rehearsal::{Rehearsal, World};
use tempfile::TempDir;

use super::{Harness, TIMEOUT};

/// When a test begins by default: a Monday, an hour after the nudges of 09:00 UTC.
const START: &str = "2026-11-23T10:00:00Z";

/// What a test changes before the bot starts.
pub(crate) struct Setup {
    start: DateTime<Utc>,
    environment: Environment,
    unpaced: bool,
    waits: Waits,
    lend: Box<dyn FnOnce(MovableClock) -> Arc<dyn Clock>>,
    change: Box<dyn FnOnce(&mut World)>,
}

impl Setup {
    pub(crate) fn new() -> Self {
        Self {
            start: START.parse().unwrap(),
            environment: Environment::default(),
            unpaced: false,
            waits: Waits::default(),
            lend: Box::new(|clock| Arc::new(clock)),
            change: Box::new(|_| {}),
        }
    }

    /// Begins at this time: `2026-11-23T10:00:00Z`.
    pub(crate) fn at(mut self, start: &str) -> Self {
        self.start = start.parse().unwrap();
        self
    }

    /// Sets a setting: `RAPPORT__TEAMS__ZONE`.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.environment = self.environment.with(name, value);
        self
    }

    /// Lifts the bot's own limit on messages, which takes real time: for long tests. Also turns off
    /// lookups over the gateway.
    pub(crate) fn unpaced(mut self) -> Self {
        self.unpaced = true;
        self
    }

    /// Wraps the clock before the bot gets it.
    pub(crate) fn lending(
        mut self,
        lend: impl FnOnce(MovableClock) -> Arc<dyn Clock> + 'static,
    ) -> Self {
        self.lend = Box::new(lend);
        self
    }

    /// Divides the bot's waits at the gateway, which take real time, by this number.
    pub(crate) fn hurried(mut self, times: u32) -> Self {
        self.waits = self.waits.hurried(times);
        self
    }

    /// Changes the world; all people are in it already.
    pub(crate) fn world(mut self, change: impl FnOnce(&mut World) + 'static) -> Self {
        self.change = Box::new(change);
        self
    }

    /// Adds this many people to Lighthouse: P1, whose unique name is `p1`, P2, and so on.
    pub(crate) fn newcomers(self, count: usize) -> Self {
        self.world(move |world| {
            let names = |number| (format!("p{number}"), format!("P{number}"));
            let names: Vec<_> = (1..=count).map(names).collect();
            let people = names.iter().map(|(name, shown)| (&**name, &**shown));
            join_lighthouse(world, people);
        })
    }

    pub(crate) async fn start(self) -> Harness {
        let clock = MovableClock::standing(self.start);
        let mut world = World::new(Arc::new(clock.clone()));
        // Tests start the bot again in a moment.
        world.sharding.identify_every = None;
        if self.unpaced {
            world.global_limit = None;
            // The limit on lookups over the gateway takes real time too.
            world.gateway.without_members = true;
        }
        settle(&mut world);
        (self.change)(&mut world);
        let rehearsal = Rehearsal::start(world).await.unwrap();
        let rehearsal = rehearsal.with_patience(TIMEOUT);
        let data = TempDir::new().unwrap();
        let database = format!("sqlite://{}", data.path().join("rapport.db").display());
        let environment = self
            .environment
            .with("RAPPORT__DISCORD__API_URL", &rehearsal.api_url())
            .with("DISCORD_TOKEN", &rehearsal.token())
            .with("DATABASE_URL", &database);
        let mut harness = Harness {
            rehearsal,
            bots_clock: (self.lend)(clock.clone()),
            clock,
            environment,
            unpaced: self.unpaced,
            waits: self.waits,
            data,
            bot: None,
            expected: Vec::new(),
            finished: false,
        };
        harness.begin().await;
        harness
    }
}

/// More people of Lighthouse, by their unique and their shown names.
pub(crate) fn join_lighthouse<'n>(
    world: &mut World,
    people: impl IntoIterator<Item = (&'n str, &'n str)>,
) {
    let lighthouse = world.guilds().next().unwrap().id;
    for (name, shown) in people {
        let person = world.add_person(name, shown);
        world.join(lighthouse, person);
    }
}

/// Lighthouse: Olga owns it; Alice, Bob, Carol, Dan and a bot called helper are in it.
/// Harbour: Hana owns it; Alice and Dan are in it too. Zoe is in neither.
fn settle(world: &mut World) {
    let olga = world.add_person("olga", "Olga");
    let lighthouse = world.add_guild("Lighthouse", olga);
    world.add_channel(lighthouse, "general");
    world.add_channel(lighthouse, "random");
    let hana = world.add_person("hana", "Hana");
    let harbour = world.add_guild("Harbour", hana);
    world.add_channel(harbour, "pier");
    let people = [
        ("alice", "Alice"),
        ("bob", "Bob"),
        ("carol", "Carol"),
        ("dan", "Dan"),
    ];
    for (name, shown) in people {
        let person = world.add_person(name, shown);
        world.join(lighthouse, person);
        if matches!(name, "alice" | "dan") {
            world.join(harbour, person);
        }
    }
    let helper = world.add_bot("helper");
    world.join(lighthouse, helper);
    world.add_person("zoe", "Zoe");
}
