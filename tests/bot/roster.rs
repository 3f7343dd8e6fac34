//! The roster by role: its members are suggested to others, and get no message because of it.

use std::time::Duration;

use chrono::TimeDelta;
use rehearsal::{Fault, Person, Seen, Trouble, Unable, World};

use crate::harness::{Harness, Said as _, Setup, Tested, join_lighthouse, stored};
use crate::steps::shown;

/// Discord's bit of the intent.
const GUILD_MEMBERS: u64 = 1 << 1;
const MONDAY: &str = "2026-11-30T09:00:00Z";
const ROLE: &str = "Role whose members are the roster";

/// A server with the role *crew*, which Bob, Carol and the bot called helper have.
fn with_crew(world: &mut World) {
    world.allow_intents(GUILD_MEMBERS);
    let guild = world.guilds().next().unwrap().id;
    let crew = world.add_role(guild, "crew", 0);
    for name in ["bob", "carol", "helper"] {
        let id = world.user_named(name).unwrap().id;
        world.give_role(guild, id, crew);
    }
}

async fn start() -> Harness {
    Setup::new()
        .with("RAPPORT__DISCORD__MEMBERS_INTENT", "true")
        .world(with_crew)
        .start()
        .await
}

fn crew(harness: &Harness, change: fn(&mut World, &str), name: &str) {
    harness.rehearsal.change(|world| change(world, name));
}

fn give(world: &mut World, name: &str) {
    let (guild, role) = crew_of(world);
    let id = world.user_named(name).unwrap().id;
    world.give_role(guild, id, role);
}

fn take(world: &mut World, name: &str) {
    let (guild, role) = crew_of(world);
    let id = world.user_named(name).unwrap().id;
    world.take_role(guild, id, role);
}

fn leave(world: &mut World, name: &str) {
    let (guild, _) = crew_of(world);
    let id = world.user_named(name).unwrap().id;
    world.leave(guild, id);
}

fn crew_of(world: &World) -> (rehearsal::GuildId, rehearsal::RoleId) {
    let guild = world.guilds().next().unwrap();
    let role = guild.roles.values().find(|role| role.name == "crew");
    (guild.id, role.unwrap().id)
}

async fn chosen(olga: &Person) -> Result<Seen, rehearsal::Unable> {
    let panel = olga.types("/setup").await?.said();
    Ok(olga.choose(&panel, ROLE, &["crew"]).await?.said())
}

#[tokio::test]
async fn members_of_the_role_are_suggested_and_get_no_message() -> Tested {
    let harness = start().await;
    let [olga, alice, bob] = ["olga", "alice", "bob"].map(|name| harness.person(name));
    let panel = chosen(&olga).await?;
    let role = harness.rehearsal.look(|world| crew_of(world).1.to_string());
    insta::assert_snapshot!("panel", harness.read(&panel).replace(&role, "crew"));
    assert_eq!(
        harness.number(stored::MEMBERS_ON_ROSTER).await,
        2,
        "and no bot"
    );
    alice.types("/nudge on").await?;
    // Members who asked not to be tracked stay out, whatever their roles.
    let privacy = bob.types("/privacy").await?.said();
    bob.press(&privacy, "Don't track me").await?;
    harness.time_is(MONDAY).await;
    let nudge = harness.read(&alice.next_dm().await?);
    assert!(
        nudge.contains("You and Carol haven't talked yet"),
        "{nudge}"
    );
    assert!(
        !nudge.contains("Bob") && !nudge.contains("helper"),
        "{nudge}"
    );
    for name in ["bob", "carol"] {
        assert!(harness.person(name).dms().is_empty(), "{name} said no yes");
    }
    let cleared = olga.press(&panel, "No roster").await?.said();
    assert!(
        harness
            .read(&cleared)
            .contains("Roster: everyone who uses Rapport.")
    );
    assert_eq!(harness.number(stored::MEMBERS_ON_ROSTER).await, 0);
    let now = harness.read(&harness.person("dan").types("/nudge now").await?.said());
    assert!(now.contains("Alice") && !now.contains("Carol"), "{now}");
    harness.finish().await
}

#[tokio::test]
async fn the_roster_follows_role_changes_and_leaves() -> Tested {
    let mut harness = start().await;
    chosen(&harness.person("olga")).await?;
    crew(&harness, give, "dan");
    harness.until(stored::MEMBERS_ON_ROSTER, 3).await;
    crew(&harness, take, "dan");
    harness.until(stored::MEMBERS_ON_ROSTER, 2).await;
    crew(&harness, leave, "carol");
    harness.until(stored::MEMBERS_ON_ROSTER, 1).await;
    assert_eq!(harness.number(stored::MEMBERS_GONE).await, 1);
    // Changes during an outage are applied afterwards.
    harness.stop().await;
    for name in ["alice", "olga"] {
        crew(&harness, give, name);
    }
    crew(&harness, take, "bob");
    harness.begin().await;
    harness.until(stored::MEMBERS_ON_ROSTER, 2).await;
    let shown = harness.read(&harness.person("dan").types("/nudge now").await?.said());
    assert!(
        shown.contains("You and Alice haven't talked yet"),
        "{shown}"
    );
    harness.finish().await
}

#[tokio::test]
async fn without_the_intent_setup_says_how_to_get_it() -> Tested {
    let harness = Harness::start().await;
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await?.said();
    insta::assert_snapshot!("without_intent", harness.read(&panel));
    harness.finish().await
}

#[tokio::test]
async fn a_roster_of_everyone_takes_more_than_one_page() -> Tested {
    let harness = Setup::new()
        .with("RAPPORT__DISCORD__MEMBERS_INTENT", "true")
        .world(|world| {
            with_crew(world);
            let names: Vec<_> = (0..1100).map(|number| format!("extra{number}")).collect();
            join_lighthouse(world, names.iter().map(|name| (&**name, &**name)));
        })
        .start()
        .await;
    let olga = harness.person("olga");
    let panel = olga.types("/setup").await?.said();
    olga.choose(&panel, ROLE, &["@everyone"]).await?;
    // Also Olga, Alice, Bob, Carol and Dan.
    harness.until(stored::MEMBERS_ON_ROSTER, 1105).await;
    harness.finish().await
}

/// How often the bot has asked for the members of a server.
fn lists(world: &World) -> usize {
    let asked = world.requests().filter(|it| it.path.contains("/members?"));
    asked.count()
}

#[tokio::test]
async fn a_failed_listing_is_tried_again_less_and_less_often() -> Tested {
    let mut harness = start().await;
    chosen(&harness.person("olga")).await?;
    harness.stop().await;
    crew(&harness, give, "dan");
    let fails = Trouble::with("GET", "/guilds/*/members", Fault::Status(503));
    harness.rehearsal.trouble(fails);
    let before = harness.rehearsal.look(lists);
    harness.begin().await;
    harness
        .rehearsal
        .until(move |world| lists(world) > before)
        .await?;
    harness.time_passes(TimeDelta::minutes(10)).await;
    assert_eq!(
        harness.number(stored::MEMBERS_ON_ROSTER).await,
        2,
        "as it was"
    );
    // At once, and after 30 s, 1 min, 2, 4 and 8 min.
    assert_eq!(harness.rehearsal.look(lists) - before, 6);
    harness.rehearsal.heal();
    harness.time_passes(TimeDelta::minutes(6)).await;
    assert_eq!(harness.number(stored::MEMBERS_ON_ROSTER).await, 3);
    harness.time_passes(TimeDelta::days(1)).await;
    assert_eq!(harness.rehearsal.look(lists) - before, 7, "made once");
    harness.finish().await
}

#[tokio::test]
async fn with_leave_events_people_are_looked_up_once_a_session() -> Tested {
    let mut harness = start().await;
    let dan = harness.person("dan");
    dan.types("/met @bob when: 2026-10-01").await?;
    let mut seen = Vec::new();
    for restarts in [false, false, true] {
        if restarts {
            harness.restart().await;
        }
        harness.time_passes(TimeDelta::hours(3)).await;
        let shown = harness.read(&dan.types("/nudge now").await?.said());
        assert!(shown.contains("@bob"), "{shown}");
        seen.push(harness.number(stored::BOB_WAS_SEEN_AT).await);
    }
    assert!(seen[0] == seen[1] && seen[1] < seen[2], "{seen:?}");
    crew(&harness, leave, "bob");
    harness.until(stored::MEMBERS_GONE, 1).await;
    let shown = harness.read(&dan.types("/nudge now").await?.said());
    assert!(!shown.contains("@bob"), "{shown}");
    harness.finish().await
}

#[tokio::test]
async fn a_deleted_role_empties_the_roster_and_setup_says_so() -> Tested {
    let harness = start().await;
    let olga = harness.person("olga");
    chosen(&olga).await?;
    assert_eq!(harness.number(stored::MEMBERS_ON_ROSTER).await, 2);
    harness.rehearsal.change(|world| {
        let (guild, role) = crew_of(world);
        world.delete_role(guild, role);
    });
    harness.until(stored::MEMBERS_ON_ROSTER, 0).await;
    let panel = harness.read(&olga.types("/setup").await?.said());
    assert!(panel.contains("the role you chose was deleted"), "{panel}");
    harness.finish().await
}

#[tokio::test]
async fn a_member_event_without_a_join_date_is_skipped_alone() -> Tested {
    let harness = start().await;
    chosen(&harness.person("olga")).await?;
    let (bob, dan) = (harness.id("bob"), harness.id("dan"));
    harness.rehearsal.change(|world| {
        let (guild, role) = crew_of(world);
        world.forget_joining(guild, bob);
        world.give_role(guild, dan, role);
    });
    harness.until(stored::MEMBERS_ON_ROSTER, 3).await;
    harness.finish().await
}

/// Has the bot list all members, as after every new session, and Discord answer late. Returns how many
/// lists were complete before.
async fn listing_runs(harness: &Harness) -> Result<usize, Unable> {
    let late = Fault::Late(Duration::from_secs(1));
    let late = Trouble::with("GET", "/guilds/*/members", late).times(1);
    harness.rehearsal.trouble(late);
    let before = harness.rehearsal.look(lists);
    harness.rehearsal.invalidate_session();
    let under_way = |world: &World| world.late_answers() == 1;
    harness.rehearsal.until(under_way).await?;
    Ok(before)
}

#[tokio::test]
async fn a_running_listing_does_not_restore_a_removed_roster() -> Tested {
    let harness = start().await;
    let olga = harness.person("olga");
    let panel = chosen(&olga).await?;
    let before = listing_runs(&harness).await?;
    olga.press(&panel, "No roster").await?;
    assert_eq!(
        harness.rehearsal.look(lists),
        before,
        "it is still under way"
    );
    assert_eq!(harness.number(stored::MEMBERS_ON_ROSTER).await, 0);
    let listed = move |world: &World| lists(world) > before;
    harness.rehearsal.until(listed).await?;
    harness.clock.settled().await;
    assert_eq!(harness.number(stored::MEMBERS_ON_ROSTER).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_running_listing_does_not_restore_removed_members() -> Tested {
    let harness = start().await;
    chosen(&harness.person("olga")).await?;
    let before = listing_runs(&harness).await?;
    crew(&harness, take, "bob");
    crew(&harness, leave, "carol");
    harness.until(stored::MEMBERS_ON_ROSTER, 0).await;
    let listed = harness.rehearsal.look(lists);
    assert_eq!(listed, before, "it is still under way");
    let again = move |world: &World| lists(world) == before + 2;
    harness.rehearsal.until(again).await?;
    harness.clock.settled().await;
    assert_eq!(harness.number(stored::MEMBERS_ON_ROSTER).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_member_event_during_a_switch_off_adds_no_one_to_the_roster() -> Tested {
    let harness = start().await;
    let olga = harness.person("olga");
    let panel = chosen(&olga).await?;
    let lock = harness.lock_database().await;
    let before = harness.announcements();
    let press = olga.press(&panel, "No roster");
    let seen = async {
        // Switched off, but not written yet.
        harness.announces(before).await;
        crew(&harness, give, "dan");
        // The bot reads what the gateway sends in its order: the event, then the command.
        harness.person("dan").types("/help").await.unwrap();
        lock.release().await;
    };
    let (pressed, ()) = tokio::join!(press, seen);
    shown(&olga, &panel, pressed?).await;
    // Everything that waited is written before this.
    harness.person("dan").types("/met @bob").await?;
    assert_eq!(harness.number(stored::MEMBERS_ON_ROSTER).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_role_deleted_during_an_outage_empties_the_roster() -> Tested {
    let mut harness = start().await;
    let olga = harness.person("olga");
    chosen(&olga).await?;
    harness.stop().await;
    harness.rehearsal.change(|world| {
        let (guild, role) = crew_of(world);
        world.delete_role(guild, role);
    });
    harness.begin().await;
    harness.until(stored::MEMBERS_ON_ROSTER, 0).await;
    let panel = harness.read(&olga.types("/setup").await?.said());
    assert!(panel.contains("the role you chose was deleted"), "{panel}");
    harness.finish().await
}
