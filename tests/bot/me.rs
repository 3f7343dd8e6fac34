//! `/me`: a member's network as a picture, only for that member.

use chrono::TimeDelta;
use rehearsal::{Person, Seen};

use crate::harness::{Harness, Said as _, Tested, described};

const CIRCLE: &str = "How often do you want to be in touch?";

/// A name with a letter for private use, which no font has.
const UNDRAWABLE: &str = "\u{10FABC} Olga";

async fn network(person: &Person) -> Result<Seen, rehearsal::Unable> {
    Ok(person.types("/me").await?.said())
}

#[tokio::test]
async fn a_network_is_a_picture_with_a_text() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let nobody = network(&alice).await?;
    assert!(nobody.ephemeral && nobody.files.is_empty());
    let id = harness.id("olga");
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.set_nick(guild, id, Some(UNDRAWABLE));
    });
    alice.types("/met @bob when: 2026-09-01").await?;
    alice.types("/met @carol when: yesterday").await?;
    alice.types("/met @olga when: 2026-10-10").await?;
    let met = alice.types("/met @dan when: 10 days ago").await?.said();
    alice.choose(&met, CIRCLE, &["close"]).await?;
    let drawn = network(&alice).await?;
    assert!(drawn.ephemeral && drawn.pinged.is_empty());
    let [file] = drawn.files.as_slice() else {
        panic!("one picture, not {}", drawn.files.len());
    };
    assert!(file.bytes.starts_with(b"\x89PNG"));
    let described = described(&drawn);
    insta::assert_snapshot!(format!(
        "{}\n{}\n{described}",
        harness.read(&nobody),
        harness.read(&drawn)
    ));
    harness.finish().await
}

#[tokio::test]
async fn stopped_and_untracked_people_are_not_in_a_network() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    for who in ["bob", "carol", "dan"] {
        alice.types(&format!("/met @{who}")).await?;
        harness.time_passes(TimeDelta::minutes(11)).await;
    }
    let card = alice.types("/person who: @carol").await?.said();
    alice.press(&card, "Stop nudges about them").await?;
    let panel = bob.types("/privacy").await?.said();
    bob.press(&panel, "Don't track me").await?;
    let drawn = network(&alice).await?;
    let description = described(&drawn);
    assert!(description.contains("In touch: Dan."), "{description}");
    assert!(drawn.text().contains("1 person"), "{}", drawn.text());
    harness.finish().await
}
