//! Unusual names, notes and buttons: shown literally, without pings, and breaking nothing.

use crate::harness::{Harness, Said as _, Tested, last_post, stored};
use crate::steps::posted_buttons;

#[tokio::test]
async fn names_and_notes_with_special_characters_are_shown_literally() -> Tested {
    let harness = Harness::start().await;
    let [alice, carol] = ["alice", "carol"].map(|name| harness.person(name));
    let bob = harness.id("bob");
    alice.types("/nudge on").await?;
    let mut all = String::new();
    for nick in [
        "\u{202E}kcolB\u{2066}",
        "\u{200B}\u{3164}\u{200B}",
        "👩🏽\u{200D}🚀🎉",
        "@everyone",
        "**||`x`||**",
        // The first has a letter for private use, which no font has.
        "محمد \u{10FABC}",
        "Z\u{0351}\u{036B}\u{0343}\u{036A}\u{0302}\u{036B}\u{033D}a",
    ] {
        harness.rehearsal.change(|world| {
            let guild = world.guilds().next().unwrap().id;
            world.set_nick(guild, bob, Some(nick));
        });
        let line = format!("/met @bob when: 2026-09-01 note: about {nick}, friend");
        alice.types(&line).await?;
        for line in ["/people", "/person who: @bob", "/nudge now", "/me"] {
            let seen = alice.types(line).await?.said();
            assert!(!seen.pinged_everyone && seen.pinged.is_empty(), "{nick}");
            let read = harness.read(&seen);
            assert!(!read.contains('\u{202E}'), "{nick} turns {read}");
            if matches!(line, "/people" | "/me") {
                all.push_str(&read);
                all.push('\n');
            }
        }
        // A talk a minute later would be a correction; this one must be a new talk.
        harness.time_passes(chrono::TimeDelta::minutes(11)).await;
    }
    assert!(all.contains("**Bob**"), "no name to be seen: the account's");
    let card = carol.types("/person who: @bob").await?.said();
    assert!(!harness.read(&card).contains("friend"));
    // Show invisible characters in the snapshot.
    for letter in ["\u{200B}", "\u{200D}", "\u{3164}"] {
        let code = u32::from(letter.chars().next().unwrap());
        all = all.replace(letter, &format!("({code:X})"));
    }
    insta::assert_snapshot!(all);
    harness.finish().await
}

#[tokio::test]
async fn buttons_of_another_server_do_nothing() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice
        .types("/met @bob when: 2026-10-01 note: lighthouse")
        .await?;
    let lighthouse = alice.guild().unwrap();
    let bob = harness.id("bob");
    let ids = [
        "1:undo:1".to_owned(),
        "1:met-note:1".to_owned(),
        format!("1:now-talked:{lighthouse}:{bob}"),
        format!("1:settings:{lighthouse}:off"),
        format!("1:pause:{lighthouse}:2w"),
    ];
    let elsewhere = harness.person_in("alice", "pier");
    let mut said = Vec::new();
    for id in ids.iter().map(String::as_str) {
        let message = posted_buttons(&harness, &elsewhere, &[id]).await;
        let answer = elsewhere.press(&message, id).await?;
        said.push(match answer.message() {
            Some(answer) => harness.read(&answer),
            None => format!("{id} asks for words"),
        });
    }
    let said = said
        .join("\n")
        .replace(&lighthouse.to_string(), "lighthouse");
    insta::assert_snapshot!(said);
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    let here = alice.types("/people").await?.said();
    assert!(harness.read(&here).contains("Bob"));
    harness.finish().await
}

#[tokio::test]
async fn an_unknown_zone_is_refused_with_suggestions() -> Tested {
    let harness = Harness::start().await;
    let olga = harness.person("olga");
    let mut said = String::new();
    for line in [
        "/settings zone: Atlantis",
        "/setup zone: Europe/Atlantis",
        "/nudge when zone: \u{202E}",
    ] {
        let refused = olga.types(line).await?.said();
        assert!(refused.ephemeral, "{line}");
        said.push_str(&harness.read(&refused));
        said.push('\n');
    }
    insta::assert_snapshot!(said);
    assert_eq!(harness.number(stored::MEMBERS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_reason_shows_disguised_links_and_drops_blank_lines() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let reason = format!(
        "1. see https://discord.com@elsewhere.example/login{}- you{}",
        "\n".repeat(800),
        "\u{3164}".repeat(100)
    );
    let options = [("person", "@bob"), ("message", reason.as_str())];
    let options = options.map(|(name, value)| (name.to_owned(), value.to_owned()));
    alice.uses("kudos", &options).await?;
    let post = last_post(&alice).text();
    assert!(
        post.ends_with("1\\. see https\\://discord.com\\@elsewhere.example/login\n\n\\- you"),
        "{post:?}"
    );
    harness.finish().await
}
