//! People who left the server: no nudge names them or goes to them, until they are back.

use rehearsal::{Fault, Trouble, World};

use crate::harness::{Harness, Said as _, Tested, stored};
use crate::steps::{come_back, leave};

const MONDAY: &str = "2026-11-30T09:00:00Z";
const NEXT: &str = "2026-12-07T09:00:00Z";

/// Alice has most lost touch with Bob, then with Carol and Dan; each of her nudges names one
/// person.
async fn losing_touch() -> Harness {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for (who, day) in [("bob", "01"), ("carol", "05"), ("dan", "09")] {
        let line = format!("/met @{who} when: 2026-09-{day}");
        alice.types(&line).await.unwrap();
    }
    alice.types("/nudge on").await.unwrap();
    let panel = alice.types("/settings").await.unwrap().said();
    let people = "People in a nudge";
    alice.choose(&panel, people, &["1"]).await.unwrap();
    harness
}

/// The gateway does not say who is in a server.
fn unanswered(world: &mut World) {
    world.gateway.without_members = true;
}

/// How many requests looked this person up.
fn lookups(harness: &Harness, name: &str) -> usize {
    let path = format!("/members/{}", harness.id(name));
    let requests = harness.rehearsal.requests();
    requests
        .iter()
        .filter(|it| it.path.ends_with(&path))
        .count()
}

#[tokio::test]
async fn a_nudge_replaces_people_who_left() -> Tested {
    let harness = losing_touch().await;
    let alice = harness.person("alice");
    leave(&harness, "bob");
    leave(&harness, "carol");
    harness.time_is(MONDAY).await;
    let nudge = harness.read(&alice.next_dm().await?);
    assert!(nudge.contains("@dan") && !nudge.contains("Bob"), "{nudge}");
    let list = alice.types("/people").await?.said();
    insta::assert_snapshot!("people", harness.read(&list));
    let card = alice.choose(&list, "Open a person", &["Bob"]).await?.said();
    assert!(
        harness
            .read(&card)
            .contains("None, as they left the server.")
    );
    let drawn = alice.types("/me").await?.said();
    assert!(
        drawn.text().starts_with("You and 1 person"),
        "{}",
        drawn.text()
    );
    let due = alice.types("/people show: due").await?.said();
    assert!(!harness.read(&due).contains("Bob"));
    harness.finish().await
}

#[tokio::test]
async fn nudge_now_names_no_people_who_left() -> Tested {
    let harness = losing_touch().await;
    let alice = harness.person("alice");
    leave(&harness, "bob");
    let shown = harness.read(&alice.types("/nudge now").await?.said());
    assert!(
        shown.contains("@carol") && !shown.contains("@bob"),
        "{shown}"
    );
    harness.finish().await
}

#[tokio::test]
async fn people_who_come_back_can_be_named_again() -> Tested {
    let harness = losing_touch().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    leave(&harness, "bob");
    harness.time_is(MONDAY).await;
    assert!(harness.read(&alice.next_dm().await?).contains("@carol"));
    come_back(&harness, "bob");
    // A person who uses a command is there.
    bob.types("/met @dan").await?;
    harness.time_is(NEXT).await;
    let next = harness.read(&alice.next_dm().await?);
    assert!(next.contains("@bob"), "{next}");
    harness.finish().await
}

#[tokio::test]
async fn people_named_in_commands_count_as_present() -> Tested {
    let harness = losing_touch().await;
    let alice = harness.person("alice");
    leave(&harness, "bob");
    harness.time_is(MONDAY).await;
    come_back(&harness, "bob");
    alice.types("/person who: @bob").await?;
    let list = harness.read(&alice.types("/people").await?.said());
    assert!(!list.contains("left the server"), "{list}");
    harness.finish().await
}

#[tokio::test]
async fn members_who_left_get_no_nudge_until_they_return() -> Tested {
    let harness = losing_touch().await;
    // Alice is in Harbour too, so the bot can still send her direct messages.
    leave(&harness, "alice");
    harness.time_is(MONDAY).await;
    assert!(harness.person("alice").dms().is_empty());
    assert_eq!(
        harness.number(stored::SUGGESTIONS).await,
        0,
        "it counts for nobody"
    );
    come_back(&harness, "alice");
    harness.time_is(NEXT).await;
    assert_eq!(harness.person("alice").dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_week_with_only_people_who_left_sends_no_message() -> Tested {
    let harness = losing_touch().await;
    for name in ["bob", "carol", "dan"] {
        leave(&harness, name);
    }
    harness.time_is(MONDAY).await;
    assert!(harness.person("alice").dms().is_empty());
    assert_eq!(harness.number(stored::NUDGES_ABOUT_NOBODY).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn commands_refuse_people_who_left() -> Tested {
    let harness = losing_touch().await;
    let alice = harness.person("alice");
    leave(&harness, "bob");
    for line in [
        "/met @bob",
        "/met @dan person2: @bob",
        "/kudos @bob message: thanks",
        "/person who: @bob",
    ] {
        let refused = alice.types(line).await?.said();
        assert!(refused.ephemeral, "{line}");
        let read = harness.read(&refused);
        assert!(read.contains("is not on this server"), "{line}: {read}");
    }
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_waits_while_discord_cannot_say_who_is_there() -> Tested {
    let harness = losing_touch().await;
    let alice = harness.person("alice");
    harness.rehearsal.change(unanswered);
    let silent = Trouble::with("GET", "/guilds/*/members/*", Fault::Status(503));
    harness.rehearsal.trouble(silent);
    harness.time_is("2026-11-30T09:20:00Z").await;
    assert_eq!(alice.dms(), []);
    assert_eq!(harness.number(stored::MEMBERS_GONE).await, 0);
    harness.rehearsal.heal();
    harness.time_is("2026-11-30T10:00:00Z").await;
    assert!(harness.read(&alice.next_dm().await?).contains("@bob"));
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn people_in_nudges_are_looked_up_over_the_gateway_without_requests() -> Tested {
    let harness = losing_touch().await;
    let bob = harness.person("bob");
    bob.types("/nudge on").await?;
    leave(&harness, "carol");
    let before = harness.rehearsal.requests().len();
    harness.time_is(MONDAY).await;
    assert_eq!(
        (harness.person("alice").dms().len(), bob.dms().len()),
        (1, 1)
    );
    let requests = harness.rehearsal.requests().split_off(before);
    let made = requests.iter().map(|request| {
        let is_message = request.path.ends_with("/messages");
        (request.method.as_str(), is_message)
    });
    assert_eq!(made.collect::<Vec<_>>(), [("POST", true); 2]);
    harness.finish().await
}

#[tokio::test]
async fn people_are_looked_up_by_requests_while_the_gateway_is_silent() -> Tested {
    let mut harness = losing_touch().await;
    harness.expect_refusal(10007);
    let alice = harness.person("alice");
    harness.rehearsal.change(unanswered);
    leave(&harness, "bob");
    leave(&harness, "carol");
    harness.time_is(MONDAY).await;
    let nudge = harness.read(&alice.next_dm().await?);
    assert!(nudge.contains("@dan") && !nudge.contains("Bob"), "{nudge}");
    let asked = ["alice", "bob", "carol", "dan"].map(|name| lookups(&harness, name));
    assert_eq!(asked, [1; 4]);
    // A new session looks people up again, but not people who left and are in no nudge.
    harness.rehearsal.heal();
    harness.rehearsal.invalidate_session();
    let identified_again = |world: &World| world.times_identified() == 2;
    harness.rehearsal.until(identified_again).await?;
    alice.types("/met @dan when: 2026-10-20").await?;
    harness.time_is("2027-01-18T09:00:00Z").await;
    assert!(alice.dms().len() > 1);
    let asked = ["alice", "bob", "carol", "dan"].map(|name| lookups(&harness, name));
    assert_eq!(asked, [1; 4]);
    harness.finish().await
}
