//! People's names: present, and distinct from the names of others.

use rehearsal::{Seen, World};

use crate::harness::{Harness, Said as _, Tested, give};
use crate::steps::{NEXT_MONDAY, press};

impl Harness {
    /// Gives a person a nickname in Lighthouse.
    fn call(&self, name: &str, nick: &str) {
        let id = self.id(name);
        self.rehearsal.change(|world: &mut World| {
            let guild = world.guilds().next().unwrap().id;
            world.set_nick(guild, id, Some(nick));
        });
    }
}

fn options(seen: &Seen) -> Vec<String> {
    let selects = seen.selects().flat_map(|it| &it.options);
    selects.map(|it| it.label.clone()).collect()
}

#[tokio::test]
async fn mentions_are_used_only_to_ping_or_beside_a_name() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let bob = format!("<@{}>", harness.id("bob"));
    let met = alice.types("/met @bob").await?.said();
    let (post, _) = give(&alice, "/kudos @bob for the tea").await;
    assert!(post.text().starts_with(&format!("**Alice** thanks {bob}")));
    assert_eq!(post.pinged, [harness.id("bob")]);
    for line in [
        "/people",
        "/leaderboard",
        "/leaderboard board: given",
        "/me",
    ] {
        let text = alice.types(line).await?.said().text();
        assert!(!text.contains("<@"), "{line}: {text}");
    }
    let card = alice.types("/person who: @bob").await?.said().text();
    assert!(card.contains("Bob") && card.contains(&bob), "{card}");
    let undone = press(&alice, &met, "Undo").await;
    let undone = undone.text();
    assert!(
        undone.starts_with("Undone: the talk with Bob is no longer logged."),
        "{undone}"
    );
    harness.finish().await
}

#[tokio::test]
async fn people_with_the_same_name_are_shown_with_usernames() -> Tested {
    let harness = Harness::start().await;
    harness.call("carol", "Bob");
    let alice = harness.person("alice");
    let met = alice
        .types("/met @bob person2: @carol when: 2026-10-01")
        .await?
        .said();
    let both = r"Bob \(bob\) and Bob \(carol\)";
    assert!(met.text().contains(both), "{}", met.text());
    let people = alice.types("/people").await?.said();
    assert!(
        people.text().contains(r"**Bob \(carol\)**"),
        "{}",
        people.text()
    );
    assert_eq!(options(&people), ["Bob (bob)", "Bob (carol)"]);
    give(&alice, "/kudos @bob person2: @carol message: tea").await;
    let board = alice.types("/leaderboard").await?.said().text();
    assert!(board.contains(r"**1.** Bob \(bob\) · 1"), "{board}");
    alice.types("/nudge on").await?;
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let text = nudge.text();
    let titles: Vec<_> = text.lines().filter(|it| it.starts_with("### ")).collect();
    assert_eq!(titles, [r"### Bob \(bob\)", r"### Bob \(carol\)"]);
    harness.finish().await
}

#[tokio::test]
async fn a_member_has_the_name_that_discord_sent_last() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice
        .types("/met @bob person2: @carol person3: @dan when: 2026-10-01")
        .await?;
    harness.call("bob", "Robert");
    harness.call("carol", "Caro");
    // The bot learns it from the member's own commands, and when others look at them.
    bob.types("/people").await?;
    alice.types("/person who: @carol").await?;
    let people = alice.types("/people").await?.said();
    assert_eq!(options(&people), ["Robert", "Caro", "Dan"]);
    // Before a nudge, the bot asks Discord who is still there.
    harness.call("dan", "Daniel");
    alice.types("/nudge on").await?;
    harness.time_is(NEXT_MONDAY).await;
    let nudge = harness.read(&alice.next_dm().await?);
    assert!(nudge.contains("Daniel"), "{nudge}");
    harness.finish().await
}
