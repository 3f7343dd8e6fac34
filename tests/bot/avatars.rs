//! People's avatars in nudges.

use chrono::TimeDelta;
use rehearsal::{Fault, Seen, Trouble, UserId, World};

use crate::harness::{Harness, Said as _, Setup, Tested, stored};
use crate::steps::leave;

const MONDAY: &str = "2026-11-30T09:00:00Z";

/// Longer than Discord's answer about an avatar counts.
const HOURS: TimeDelta = TimeDelta::hours(2);

/// Discord's bit of the members intent.
const GUILD_MEMBERS: u64 = 1 << 1;

const HASH: &str = "0123456789abcdef0123456789abcdef";

/// Alice is losing touch with Bob, who has an avatar, and Carol, who has one in this server.
async fn losing_touch() -> Harness {
    let harness = Harness::start().await;
    lose_touch(&harness).await;
    harness
}

async fn lose_touch(harness: &Harness) {
    let [bob, carol] = ["bob", "carol"].map(|name| harness.id(name));
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.set_avatar(bob, Some(HASH));
        world.set_avatar(carol, Some(HASH));
        world.set_member_avatar(guild, carol, Some("a_0123456789abcdef0123456789abcdef"));
    });
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-09-01").await.unwrap();
    alice.types("/met @carol when: 2026-09-05").await.unwrap();
    alice.types("/nudge on").await.unwrap();
}

/// Neither the gateway nor a request says who is in a server.
fn discord_does_not_answer(harness: &Harness) {
    harness
        .rehearsal
        .change(|world| world.gateway.without_members = true);
    let silent = Trouble::with("GET", "/guilds/*/members/*", Fault::Status(503));
    harness.rehearsal.trouble(silent);
}

/// The pictures on a message: their descriptions and addresses.
fn pictures(seen: &Seen) -> Vec<(&str, &str)> {
    seen.pictures()
        .map(|it| (it.description.as_deref().unwrap_or_default(), &*it.url))
        .collect()
}

fn bobs(id: UserId) -> String {
    format!("https://cdn.discordapp.com/avatars/{id}/{HASH}.webp?size=128")
}

#[tokio::test]
async fn a_nudge_shows_the_avatar_of_each_person_also_after_a_press() -> Tested {
    let harness = losing_touch().await;
    let alice = harness.person("alice");
    harness.time_is(MONDAY).await;
    let nudge = alice.next_dm().await?;
    let guild = harness
        .rehearsal
        .look(|world| world.guilds().next().unwrap().id);
    let bob = bobs(harness.id("bob"));
    let carol = format!(
        "https://cdn.discordapp.com/guilds/{guild}/users/{}/avatars/a_{HASH}.webp?size=128",
        harness.id("carol")
    );
    assert_eq!(pictures(&nudge), [("Bob", &*bob), ("Carol", &*carol)]);
    insta::assert_snapshot!(harness.read(&nudge));
    harness.time_passes(HOURS).await;
    let redrawn = alice.in_dms().press(&nudge, "Not now").await?.said();
    assert_eq!(pictures(&redrawn), pictures(&nudge));
    harness.finish().await
}

#[tokio::test]
async fn nudge_now_shows_default_avatars_too() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @dan when: 2026-09-01").await?;
    let shown = alice.types("/nudge now").await?.said();
    let pictures = pictures(&shown);
    let dans = pictures.iter().find(|(name, _)| *name == "Dan").unwrap();
    assert!(
        dans.1
            .starts_with("https://cdn.discordapp.com/embed/avatars/"),
        "{dans:?}"
    );
    harness.finish().await
}

#[tokio::test]
async fn a_new_avatar_is_shown_when_the_nudge_is_drawn_an_hour_later() -> Tested {
    let harness = losing_touch().await;
    let alice = harness.person("alice");
    harness.time_is(MONDAY).await;
    let nudge = alice.next_dm().await?;
    let dropped = harness.id("bob");
    harness
        .rehearsal
        .change(|world| world.set_avatar(dropped, None));
    harness.time_passes(HOURS).await;
    let redrawn = alice.in_dms().press(&nudge, "Not now").await?.said();
    let (_, bobs) = pictures(&redrawn)[0];
    assert!(bobs.contains("/embed/avatars/"), "{bobs}");
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_shows_no_avatar_of_people_who_left() -> Tested {
    let harness = losing_touch().await;
    let left = harness.id("carol");
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.leave(guild, left);
    });
    harness.time_is(MONDAY).await;
    let nudge = harness.person("alice").next_dm().await?;
    let bob = bobs(harness.id("bob"));
    assert_eq!(pictures(&nudge)[0], ("Bob", &*bob));
    assert!(pictures(&nudge).iter().all(|(name, _)| *name != "Carol"));
    harness.finish().await
}

#[tokio::test]
async fn nobody_asks_for_the_avatar_of_a_person_known_to_have_left() -> Tested {
    let setup = Setup::new().world(|world| world.allow_intents(GUILD_MEMBERS));
    let setup = setup.with("RAPPORT__DISCORD__MEMBERS_INTENT", "true");
    let harness = setup.start().await;
    lose_touch(&harness).await;
    let alice = harness.person("alice");
    harness.time_is(MONDAY).await;
    let nudge = alice.next_dm().await?;
    leave(&harness, "bob");
    harness.until(stored::MEMBERS_GONE, 1).await;
    harness
        .rehearsal
        .change(|world| world.gateway.without_members = true);
    harness.time_passes(HOURS).await;
    let alice = alice.in_dms();
    alice.press_below(&nudge, "### Carol", "Not now").await?;
    // The gateway is asked first, so the press is answered later.
    let drawn = |world: &World| {
        let message = world.message(nudge.id);
        message.is_some_and(|it| it.text().contains("Not now: I won't"))
    };
    harness.rehearsal.until(drawn).await?;
    let redrawn = alice.look_again(nudge.id)?;
    let shown: Vec<_> = pictures(&redrawn).iter().map(|(name, _)| *name).collect();
    assert_eq!(shown, ["Carol"]);
    // The rehearsal would have refused to show Bob, and that fails here.
    harness.finish().await
}

#[tokio::test]
async fn avatars_come_by_requests_while_the_gateway_is_silent() -> Tested {
    let harness = losing_touch().await;
    let alice = harness.person("alice");
    harness.time_is(MONDAY).await;
    let nudge = alice.next_dm().await?;
    harness
        .rehearsal
        .change(|world| world.gateway.without_members = true);
    harness.time_passes(HOURS).await;
    let shown = alice.types("/nudge now").await?.said();
    assert_eq!(pictures(&shown), pictures(&nudge));
    harness.finish().await
}

#[tokio::test]
async fn a_press_is_answered_without_avatars_while_discord_does_not_send_them() -> Tested {
    let harness = losing_touch().await;
    let alice = harness.person("alice");
    harness.time_is(MONDAY).await;
    let nudge = alice.next_dm().await?;
    discord_does_not_answer(&harness);
    harness.time_passes(HOURS).await;
    let shown = alice.types("/nudge now").await?.said();
    assert_eq!(pictures(&shown), []);
    let redrawn = alice.in_dms().press(&nudge, "Not now").await?.said();
    assert_eq!(pictures(&redrawn), []);
    insta::assert_snapshot!(harness.read(&redrawn));
    harness.finish().await
}
