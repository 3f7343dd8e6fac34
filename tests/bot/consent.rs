//! `/privacy`: not tracking, exports, and private notes.

use std::time::Duration;

use rehearsal::{Fault, Person, Seen, Trouble};

use crate::harness::{Harness, Said as _, Tested, give, stored};
use crate::steps::{NEXT_MONDAY, card, choose, exported, joined, press};

#[tokio::test]
async fn nothing_is_logged_or_sent_about_untracked_members() -> Tested {
    let harness = joined().await;
    let (alice, bob) = (harness.person("alice"), harness.person("bob"));
    let panel = bob.types("/privacy").await?.said();
    insta::assert_snapshot!("privacy", harness.read(&panel));
    let left_alone = press(&bob, &panel, "Don't track me").await;
    insta::assert_snapshot!("not_tracked", harness.read(&left_alone));
    let refused = alice.types("/met @bob person2: @carol").await?.said();
    assert!(refused.ephemeral);
    insta::assert_snapshot!("untracked_refused", harness.read(&refused));
    let refused = alice.user_menu("We talked", "@bob").await?.said();
    assert!(refused.text().contains("asked not to be tracked"));
    let own = bob.types("/met @alice").await?.said();
    insta::assert_snapshot!("untracked_own", harness.read(&own));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.time_is(NEXT_MONDAY).await;
    assert!(alice.dms().is_empty(), "nudged about an untracked person");
    press(&bob, &panel, "Track me again").await;
    harness.time_is("2026-12-07T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_sent_nudge_logs_nothing_about_untracked_members() -> Tested {
    let harness = joined().await;
    let (alice, bob) = (harness.person("alice").in_dms(), harness.person("bob"));
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    let refused = press(&alice, &nudge, "We talked").await;
    assert!(refused.ephemeral && refused.text().contains("asked not to be tracked"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn an_export_has_everything_about_its_member() -> Tested {
    let harness = joined().await;
    let (alice, bob) = (harness.person("alice"), harness.person("bob"));
    give(&alice, "/kudos @bob message: for the map").await;
    give(&bob, "/kudos @alice message: for the tea").await;
    harness.time_is(NEXT_MONDAY).await;
    let panel = alice.types("/privacy").await?.said();
    let compact = exported(&alice, &panel).await;
    let json: serde_json::Value = serde_json::from_str(&compact)?;
    assert_eq!(json.to_string().len(), compact.len(), "not compact");
    let mut json = serde_json::to_string_pretty(&json)?;
    for (name, id) in ["alice", "bob"].map(|name| (name, harness.id(name).to_string())) {
        json = json.replace(&id, name);
    }
    let snowflakes = [(r#""\d{15,}""#, r#""(id)""#)];
    insta::with_settings!({filters => snowflakes}, {
        insta::assert_snapshot!("export", json);
    });
    harness.finish().await
}

#[tokio::test]
async fn exports_are_limited_to_one_each_and_two_in_all() -> Tested {
    let harness = joined().await;
    let [alice, bob, carol] = ["alice", "bob", "carol"].map(|name| harness.person(name));
    let panels = futures::future::join_all(
        [&alice, &bob, &carol].map(async |person| person.types("/privacy").await.unwrap().said()),
    );
    let panels = panels.await;
    // The files have arrived, but Discord has not confirmed them: a repeated request would need
    // them.
    let late = Fault::Late(Duration::from_secs(5));
    let sent = Trouble::with("PATCH", "/webhooks/*/*/messages/@original", late);
    harness.rehearsal.trouble(sent);
    assert!(exported(&alice, &panels[0]).await.contains("quokka"));
    let again = alice.press(&panels[0], "Export").await?.said();
    assert!(
        again.text().contains("is being made already"),
        "{}",
        again.text()
    );
    exported(&bob, &panels[1]).await;
    let third = carol.press(&panels[2], "Export").await?.said();
    assert!(third.text().contains("in a minute"), "{}", third.text());
    assert!(third.files.is_empty());
    harness.rehearsal.heal();
    harness.finish().await
}

/// Every command in several ways, also refused ones, to try to see another member's note.
const ROUTES: [&str; 29] = [
    "/met @alice",
    "/met @alice when: 2026-10-02",
    "/met @zoe",
    "/met @alice when: the day of the quagga",
    "/people",
    "/people show: due",
    "/people show: snoozed",
    "/people show: stopped",
    "/person who: @alice",
    "/person who: @zoe",
    "/me",
    "/contact list",
    "/contact met name: -1",
    "/contact edit name: -1",
    "/contact add name: Zebra",
    "/nudge now",
    "/nudge when",
    "/away until day: tomorrow",
    "/away end",
    "/dates birthday day: 5 Dec",
    "/dates birthday",
    "/kudos @alice message: thanks",
    "/leaderboard",
    "/kudos-mine",
    "/introductions on",
    "/settings",
    "/privacy",
    "/setup",
    "/help",
];

/// All of a message, including its files.
fn whole(harness: &Harness, seen: &Seen) -> String {
    let mut text = harness.read(seen);
    for file in &seen.files {
        text.push_str(&String::from_utf8_lossy(&file.bytes));
    }
    text
}

/// Everything that a person can be shown, in one text.
pub(crate) async fn everything_shown_to(harness: &Harness, person: &Person) -> String {
    let mut shown = String::new();
    for line in ROUTES {
        let Ok(answer) = person.types(line).await else {
            assert_eq!(line, "/setup", "hidden from who may not manage the server");
            continue;
        };
        shown.push_str(&whole(harness, &answer.said()));
    }
    for (menu, other) in [("We talked", "@alice"), ("Give kudos", "@zoe")] {
        let answer = person.user_menu(menu, other).await.unwrap().said();
        shown.push_str(&whole(harness, &answer));
    }
    let list = person.types("/people").await.unwrap().said();
    let card = choose(person, &list, "Open a person", "Alice").await;
    shown.push_str(&whole(harness, &card));
    let panel = person.types("/privacy").await.unwrap().said();
    shown.push_str(&exported(person, &panel).await);
    for seen in person.messages().into_iter().chain(person.dms()) {
        shown.push_str(&whole(harness, &seen));
    }
    shown
}

#[tokio::test]
async fn no_command_shows_the_note_of_another_member() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    alice
        .types("/met @bob when: 2026-10-02 how: call note: quokka and more")
        .await?;
    alice
        .types("/met @olga when: 2026-10-02 note: quokka")
        .await?;
    for name in ["bob", "olga"] {
        let other = harness.person(name);
        other.types("/nudge on").await?;
        other.types("/settings zone: Etc/UTC").await?;
    }
    harness.time_is(NEXT_MONDAY).await;
    for command in harness.rehearsal.commands(alice.guild().unwrap()) {
        // Menus have no description; the message menu first asks for a reason.
        let tried = ROUTES
            .iter()
            .any(|line| line[1..].starts_with(&command.name));
        assert!(tried || command.description.is_empty(), "{}", command.name);
    }
    for name in ["bob", "olga"] {
        let shown = everything_shown_to(&harness, &harness.person(name)).await;
        assert!(!shown.contains("quokka"), "{name} saw it:\n{shown}");
        assert!(shown.contains("alice"), "the test looks where it should");
    }
    let panel = alice.types("/privacy").await?.said();
    let own = exported(&alice, &panel).await;
    assert!(own.contains("quokka and more"), "one's own is one's own");
    harness.finish().await
}

#[tokio::test]
async fn leaving_a_talk_keeps_the_note_of_its_logger() -> Tested {
    let harness = Harness::start().await;
    let (alice, bob) = (harness.person("alice"), harness.person("bob"));
    alice.types("/met @bob note: quokka").await?;
    let his = card(&bob, "alice").await?;
    bob.choose(
        &his,
        "I wasn't there",
        &["Mon 23 Nov 2026, logged by Alice"],
    )
    .await?;
    let people = harness.read(&alice.types("/people").await?.said());
    assert!(people.starts_with("Nobody here yet"), "{people}");
    let panel = alice.types("/privacy").await?.said();
    assert!(exported(&alice, &panel).await.contains("quokka"));
    let panel = bob.types("/privacy").await?.said();
    assert!(!exported(&bob, &panel).await.contains("quokka"));
    harness.finish().await
}
