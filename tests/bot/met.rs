//! `/met`, the menu *We talked*, and *Undo*.

use chrono::TimeDelta;
use rehearsal::Unable;

use crate::harness::{Harness, Said as _, Setup, Tested, stored};

#[tokio::test]
async fn the_answer_to_met_is_only_for_its_logger() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let line = "/met person: @bob when: yesterday how: coffee note: her *puppy* @everyone";
    let first = alice.types(line).await?.said();
    assert!(first.ephemeral && first.pinged.is_empty() && !first.pinged_everyone);
    insta::assert_snapshot!("asked_once", harness.read(&first));
    let second = alice.types("/met @carol").await?.said();
    insta::assert_snapshot!("not_asked_again", harness.read(&second));
    assert!(harness.person("bob").messages().is_empty());
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 2);
    harness.finish().await
}

#[tokio::test]
async fn the_invitation_answer_replaces_the_question() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let asked = alice.types("/met @carol").await?.said();
    let yes = alice.press(&asked, "Yes").await?.said();
    insta::assert_snapshot!("yes", harness.read(&yes));
    let asked = bob.types("/met @carol").await?.said();
    let no = bob.press(&asked, "No thanks").await?.said();
    insta::assert_snapshot!("no_thanks", harness.read(&no));
    let undone = bob.press(&no, "Undo").await?.said();
    assert_eq!(
        harness.read(&undone),
        "Undone: the talk with Carol is no longer logged."
    );
    // Rapport asks once, even if the first talk is undone, and never members who joined.
    for person in [&alice, &bob] {
        let logged = person.types("/met @dan").await?.said();
        assert!(!logged.text().contains("Want a short Monday DM"));
    }
    harness.finish().await
}

#[tokio::test]
async fn the_invitation_stays_after_its_talk_is_undone() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let asked = alice.types("/met @carol").await?.said();
    let undone = alice.press(&asked, "Undo").await?.said();
    insta::assert_snapshot!("undone_asks", harness.read(&undone));
    let yes = alice.press(&undone, "Yes").await?.said();
    assert!(harness.read(&yes).contains("Nudges are on"));
    harness.finish().await
}

#[tokio::test]
async fn dates_are_read_in_the_members_zone_and_confirmed() -> Tested {
    let harness = Setup::new().at("2026-11-25T23:30:00Z").start().await;
    let alice = harness.person("alice");
    // In that zone it is Thursday already.
    alice.types("/nudge when zone: Asia/Tokyo").await?;
    let mut said = Vec::new();
    for when in [
        "today",
        "yesterday",
        "last friday",
        "3 days ago",
        "2026-11-20",
        "20 Nov 14:00",
        "20.11.2026",
        "a week ago",
        "2 hours ago",
        "monday morning",
        "2025-11-26",
    ] {
        let answer = alice
            .types(&format!("/met @bob when: {when}"))
            .await?
            .said();
        let line = harness.read(&answer);
        said.push(format!("{when}: {}", line.lines().next().unwrap()));
        harness.time_passes(TimeDelta::minutes(11)).await;
    }
    insta::assert_snapshot!(said.join("\n"));
    harness.finish().await
}

#[tokio::test]
async fn impossible_talks_are_refused_kindly_and_not_stored() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut said = Vec::new();
    for line in [
        "/met @alice",
        "/met @helper",
        "/met @zoe",
        "/met @bob person2: @alice",
        "/met @bob person3: @helper",
        "/met @bob when: tomorrow",
        "/met @bob when: 2026-12-24",
        "/met @bob when: 2024-01-01",
        "/met @bob when: once upon a time",
        "/met @bob when: **@everyone** [x](http://y) <@1>",
        "/met @bob note: \u{200b}\u{200d}",
    ] {
        let answer = alice.types(line).await?.said();
        assert!(answer.ephemeral && !answer.pinged_everyone, "{line}");
        said.push(format!(
            "> {}\n{}",
            line.escape_debug(),
            harness.read(&answer)
        ));
    }
    insta::assert_snapshot!(said.join("\n"));
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    assert_eq!(harness.number(stored::MEMBERS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn texts_of_every_length_fit() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let id = harness.id("bob");
    let nick = "*_~|`[]()<@everyone>".repeat(2);
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.set_nick(guild, id, Some(&nick[..32]));
    });
    let longest = format!("/met @bob when: 2026-10-01 note: {}", "@*".repeat(500));
    alice.types(&longest).await?;
    let more = format!("/met @bob note: {}", "🦀".repeat(1000));
    alice.types(&more).await?;
    let shown = alice.types("/nudge now").await?.said();
    assert!(shown.text().contains("…"));
    let too_long = alice
        .types(&format!("/met @bob note: {}", "x".repeat(1001)))
        .await;
    assert!(
        matches!(too_long, Err(Unable::WrongLength { .. })),
        "{too_long:?}"
    );
    harness.finish().await
}

#[tokio::test]
async fn a_talk_of_five_people_makes_ties_between_all() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let line = "/met @bob person2: @carol person3: @dan person4: @olga person5: @bob \
                when: 2026-10-01";
    let answer = alice.types(line).await?.said();
    assert!(
        harness
            .read(&answer)
            .contains("with Olga, Bob, Carol and Dan,")
    );
    assert_eq!(harness.number(stored::TIES).await, 5 * 4);
    let now = harness.person("dan").types("/nudge now").await?.said();
    let read = harness.read(&now);
    assert_eq!(read.matches("You last talked ").count(), 3, "{read}");
    harness.finish().await
}

#[tokio::test]
async fn a_talk_counts_for_both_and_a_note_for_one() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice
        .types("/met @bob when: 2026-10-01 note: a secret")
        .await?;
    let hers = alice.types("/nudge now").await?.said();
    assert!(harness.read(&hers).contains("Your note: a secret"));
    let his = bob.types("/nudge now").await?.said();
    assert!(harness.read(&his).contains("You last talked ‹1 month ago›"));
    assert!(!harness.read(&his).contains("secret"));
    // Bob logs a new talk: neither tie is due any more.
    bob.types("/met @alice when: yesterday").await?;
    for person in [&alice, &bob] {
        let now = person.types("/nudge now").await?.said();
        assert!(harness.read(&now).contains("Nobody to suggest"));
    }
    harness.finish().await
}

#[tokio::test]
async fn undo_deletes_a_talk_once_and_restores_the_ties() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    harness.time_passes(TimeDelta::minutes(11)).await;
    let logged = alice.types("/met @bob").await?.said();
    let now = alice.types("/nudge now").await?.said();
    assert!(harness.read(&now).contains("Nobody to suggest"));
    let undone = alice.press(&logged, "Undo").await?.said();
    assert_eq!(
        harness.read(&undone),
        "Undone: the talk with Bob is no longer logged."
    );
    for person in ["alice", "bob"] {
        let now = harness.person(person).types("/nudge now").await?.said();
        assert!(harness.read(&now).contains("‹1 month ago›"), "{person}");
    }
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn the_same_people_within_ten_minutes_correct_a_talk() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    alice.types("/met @bob how: call").await?;
    harness.time_passes(TimeDelta::minutes(9)).await;
    let corrected = alice
        .types("/met @bob when: 2026-10-01 note: first")
        .await?
        .said();
    assert!(
        harness
            .read(&corrected)
            .starts_with("Updated: you talked with Bob on a call, ")
    );
    alice.types("/met @bob note: second").await?;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    let now = harness.read(&alice.types("/nudge now").await?.said());
    assert!(now.contains("‹1 month ago› on a call"), "{now}");
    assert!(now.contains("first") && now.contains("second"), "{now}");
    // By another member, with other people, or later: a new talk.
    bob.types("/met @alice").await?;
    alice.types("/met @bob person2: @carol").await?;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 3);
    harness.time_passes(TimeDelta::minutes(11)).await;
    alice.types("/met @bob").await?;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 4);
    harness.finish().await
}

#[tokio::test]
async fn a_command_delivered_twice_logs_once() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob note: once").await?;
    harness.rehearsal.redeliver_last();
    // By the time Discord refuses the second answer, the bot has handled it.
    harness.expect_refusal(40060);
    let twice =
        |world: &rehearsal::World| world.requests().any(|request| request.refusal.is_some());
    harness.rehearsal.until(twice).await?;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    assert_eq!(harness.number(stored::NOTES_ONCE).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn the_menu_logs_a_talk_of_just_now() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let logged = alice.user_menu("We talked", "@bob").await?.said();
    assert!(logged.ephemeral);
    assert!(
        harness
            .read(&logged)
            .starts_with("Logged: you talked with Bob, ‹now›.")
    );
    for (person, refusal) in [
        ("@alice", "That is you."),
        ("@helper", "helper is a bot."),
        ("@zoe", "Zoe is not on this server."),
    ] {
        let refused = alice.user_menu("We talked", person).await?.said();
        assert!(refused.ephemeral);
        assert!(
            harness.read(&refused).starts_with(refusal),
            "{}",
            harness.read(&refused)
        );
    }
    harness.finish().await
}

#[tokio::test]
async fn autocomplete_shows_the_date_understood() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut shown = Vec::new();
    for typed in [
        "",
        "yest",
        "last fri",
        "3",
        "20 nov 14:00",
        "tomorrow",
        "bananas",
    ] {
        let offered = alice
            .autocomplete(&format!("/met @bob when: {typed}"))
            .await?;
        shown.push(format!("> {typed}"));
        for choice in &offered {
            assert!(choice.name.chars().count() <= 100);
            shown.push(format!("{} = {}", choice.name, choice.value));
        }
    }
    insta::assert_snapshot!(shown.join("\n"));
    let offered = alice.autocomplete("/met @bob when: yest").await?;
    let chosen = offered[0].value.as_str().unwrap();
    let logged = alice
        .types(&format!("/met @bob when: {chosen}"))
        .await?
        .said();
    assert!(harness.read(&logged).contains("Bob, yesterday."));
    harness.finish().await
}

#[tokio::test]
async fn dates_are_read_and_offered_in_the_language_of_the_client() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let german = "de".parse().unwrap();
    harness
        .rehearsal
        .change(|world| world.set_locale(alice.id(), german));
    let offered = alice.autocomplete("/met @bob when: gest").await?;
    assert_eq!(offered[0].name, "gestern · So, 22. Nov 2026");
    alice
        .types("/met @bob when: gestern um halb 9")
        .await?
        .said();
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn the_answer_to_met_promises_the_right_next_nudge() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut said = Vec::new();
    let mut next = |what: &str, seen: &rehearsal::Seen| {
        said.push(format!("{what}: {}", harness.read(seen)));
    };
    next(
        "long ago",
        &alice.types("/met @bob when: 2026-10-01").await?.said(),
    );
    alice.types("/nudge on").await?;
    next(
        "long ago, joined",
        &alice.types("/met @carol when: 2026-10-01").await?.said(),
    );
    let now = alice.types("/nudge now").await?.said();
    let now = alice.press(&now, "Stop").await?.said();
    next("stopped", &alice.types("/met @bob").await?.said());
    alice.press(&now, "Not now").await?;
    next("rests", &alice.types("/met @carol how: call").await?.said());
    insta::assert_snapshot!(said.join("\n"));
    harness.finish().await
}

#[tokio::test]
async fn a_refusal_returns_the_note() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let line = "/met @bob when: tomorrow note: a *long* note ``` with care";
    let refused = alice.types(line).await?.said();
    assert!(refused.ephemeral);
    insta::assert_snapshot!(harness.read(&refused));
    let longest = format!(
        "/met @bob when: {} note: {}",
        "x".repeat(100),
        "`".repeat(999)
    );
    let refused = alice.types(&longest).await?.said();
    assert!(refused.text().contains("```"));
    harness.finish().await
}
