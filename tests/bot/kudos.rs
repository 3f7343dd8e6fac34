//! `/kudos`: the post, the allowance, taking back, and the receivers.

use chrono::TimeDelta;
use rehearsal::Unable;
use rehearsal::permissions::{MANAGE_MESSAGES, SEND_MESSAGES};

use crate::harness::{Harness, Said as _, Setup, Tested, give, stored};

#[tokio::test]
async fn kudos_are_posted_for_all_and_ping_only_those_thanked() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let line = "/kudos @bob person2: @carol message: @everyone look: **bold** <@1> [x](http://y)";
    let (post, answer) = give(&alice, line).await;
    insta::assert_snapshot!(harness.read(&post));
    insta::assert_snapshot!(harness.read(&answer));
    assert!(answer.ephemeral);
    assert_eq!(post.pinged, [harness.id("bob"), harness.id("carol")]);
    assert!(!post.pinged_everyone);
    assert!(
        harness
            .person("dan")
            .messages()
            .iter()
            .any(|seen| seen.id == post.id)
    );
    harness.finish().await
}

#[tokio::test]
async fn the_allowance_is_full_again_at_midnight_in_the_teams_zone() -> Tested {
    let harness = Setup::new()
        .at("2026-11-20T10:00:00Z")
        .with("RAPPORT__KUDOS__PER_DAY", "1")
        .with("RAPPORT__TEAMS__ZONE", "America/New_York")
        .start()
        .await;
    let alice = harness.person("alice");
    give(&alice, "/kudos @bob for the tea").await;
    harness.time_is("2026-11-21T04:59:59Z").await;
    let refused = alice.types("/kudos @carol for the cake").await?.said();
    assert!(refused.ephemeral);
    assert!(
        refused
            .text()
            .starts_with("You have given all your kudos for today.")
    );
    harness.time_passes(TimeDelta::seconds(1)).await;
    give(&alice, "/kudos @carol for the cake").await;
    harness.finish().await
}

#[tokio::test]
async fn each_receiver_counts_and_can_be_thanked_twice_a_day() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut said = Vec::new();
    for line in [
        "/kudos @bob message: one",
        "/kudos @bob person2: @bob message: two",
        "/kudos @bob message: three",
        "/kudos @carol person2: @bob message: with somebody else",
        "/kudos @carol person2: @dan message: four and five, less one",
        "/kudos @carol person2: @dan message: too many",
        "/kudos @carol message: the last",
        "/kudos @olga message: none left",
    ] {
        let answer = alice.types(line).await?.said();
        assert!(answer.ephemeral);
        said.push(format!("> {line}\n{}", harness.read(&answer)));
    }
    insta::assert_snapshot!(said.join("\n"));
    assert_eq!(harness.number(stored::KUDOS_RECEIVED).await, 5);
    harness.finish().await
}

#[tokio::test]
async fn impossible_receivers_and_reasons_are_refused() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let mut said = Vec::new();
    for line in [
        "/kudos @alice message: me",
        "/kudos @helper message: beep",
        "/kudos @zoe message: hello out there",
        "/kudos @bob person2: @alice message: us",
        "/kudos @bob message: \u{200b}\u{2060}",
    ] {
        let refused = alice.types(line).await?.said();
        assert!(refused.ephemeral && refused.pinged.is_empty());
        said.push(format!(
            "> {}\n{}",
            line.escape_debug(),
            harness.read(&refused)
        ));
    }
    insta::assert_snapshot!(said.join("\n"));
    assert_eq!(harness.number(stored::KUDOS_RECEIVED).await, 0);
    let long = format!("/kudos @bob message: {}", "x".repeat(1001));
    let unable = alice.types(&long).await.unwrap_err();
    assert!(
        matches!(unable, Unable::WrongLength { most: 1000, .. }),
        "{unable}"
    );
    let longest = format!("/kudos @bob message: {}", "*".repeat(1000));
    let (post, _) = give(&alice, &longest).await;
    assert_eq!(post.text().matches("\\*").count(), 1000);
    harness.finish().await
}

#[tokio::test]
async fn the_allowance_holds_for_simultaneous_commands_and_after_a_restart() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    let lines = ["bob", "carol", "dan", "olga"].map(|name| format!("/kudos @{name} for speed"));
    let all = lines.iter().chain(&lines).map(|line| alice.types(line));
    let answers = futures::future::join_all(all).await;
    let mut posts = 0;
    for answer in answers {
        posts += usize::from(answer?.said().text().contains("take this one back"));
    }
    assert_eq!(posts, 5);
    assert_eq!(harness.number(stored::KUDOS_RECEIVED).await, 5);
    harness.restart().await;
    let refused = alice.types("/kudos @bob for patience").await?.said();
    assert!(refused.text().starts_with("You have given all your kudos"));
    harness.finish().await
}

#[tokio::test]
async fn a_command_delivered_twice_thanks_once() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let (post, _) = give(&alice, "/kudos @bob for the tea").await;
    harness.rehearsal.redeliver_last();
    // The result comes before the answer to the next command.
    alice.types("/help").await?;
    let seen = harness.person("bob").messages();
    assert_eq!(seen.len(), 1, "a second post");
    assert_eq!(seen[0].id, post.id);
    assert_eq!(harness.number(stored::KUDOS_RECEIVED).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn the_giver_can_take_a_kudos_back_for_five_minutes() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let (post, answer) = give(&alice, "/kudos @bob for the tea").await;
    let (kept, told_later) = give(&alice, "/kudos @bob for the cake").await;
    harness.time_passes(TimeDelta::minutes(5)).await;
    let changed = alice.press(&answer, "Take it back").await?.said();
    insta::assert_snapshot!("taken_back", harness.read(&changed));
    let gone = |world: &rehearsal::World| world.message(post.id).is_none();
    harness.rehearsal.until(gone).await?;
    // The allowance is free again.
    give(&alice, "/kudos @bob for the biscuits").await;
    harness.time_passes(TimeDelta::seconds(1)).await;
    let late = alice.press(&told_later, "Take it back").await?.said();
    assert!(late.ephemeral);
    insta::assert_snapshot!("too_late", harness.read(&late));
    alice.look_again(kept.id)?;
    assert_eq!(harness.number(stored::KUDOS_RECEIVED).await, 2);
    harness.finish().await
}

#[tokio::test]
async fn a_deleted_post_removes_the_kudos() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let (post, answer) = give(&alice, "/kudos @bob for the tea").await;
    let (_, _) = give(&alice, "/kudos @carol for the tea").await;
    let olga = harness.person("olga");
    let chat = olga.say("good morning").unwrap();
    olga.delete_message(chat.id)?;
    olga.delete_message(post.id)?;
    // The bot gets the event at its own pace.
    while harness.number(stored::KUDOS_RECEIVED).await > 1 {
        tokio::task::yield_now().await;
    }
    let board = alice.types("/leaderboard").await?.said();
    assert!(!harness.read(&board).contains("@bob"));
    let gone = alice.press(&answer, "Take it back").await?.said();
    assert_eq!(harness.read(&gone), "That kudos is already gone.");
    harness.finish().await
}

#[tokio::test]
async fn a_reason_is_shown_as_it_was_written() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let line = "/kudos @bob message: see https://example.com/pull/7 <:party:123456789012345678> @here <@&5> ||x|| ``` # [y](https://z.example)";
    let (post, _) = give(&alice, line).await;
    insta::assert_snapshot!(harness.read(&post));
    assert!(!post.pinged_everyone && post.pinged_roles.is_empty());
    harness.finish().await
}

#[tokio::test]
async fn kudos_where_rapport_may_not_post_use_no_allowance() -> Tested {
    let harness = Setup::new()
        .with("RAPPORT__KUDOS__PER_DAY", "1")
        .start()
        .await;
    let channel = harness.channel("random");
    harness
        .rehearsal
        .change(|world| world.deny_bot(channel, SEND_MESSAGES));
    let alice = harness.person_in("alice", "random");
    let answer = alice.types("/kudos @bob for the tea").await?.said();
    assert!(answer.ephemeral);
    let text = answer.text();
    assert!(text.contains("missing **Send Messages"), "{text}");
    assert_eq!(harness.number(stored::KUDOS_RECEIVED).await, 0);
    give(&harness.person("alice"), "/kudos @bob for the tea").await;
    harness.finish().await
}

#[tokio::test]
async fn kudos_with_deleted_posts_no_longer_count() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let (one, _) = give(&alice, "/kudos @bob for one").await;
    let (two, _) = give(&alice, "/kudos @bob for two").await;
    let (three, _) = give(&alice, "/kudos @carol for three").await;
    harness.person("olga").delete_message(one.id)?;
    harness.until(stored::KUDOS_RECEIVED, 2).await;
    harness.rehearsal.change(|world| {
        let (guild, bot) = (world.guilds().next().unwrap().id, world.bot());
        let role = world.add_role(guild, "moderators", MANAGE_MESSAGES);
        world.give_role(guild, bot, role);
    });
    harness
        .bulk_delete(alice.channel(), &[two.id, three.id])
        .await;
    harness.until(stored::KUDOS_RECEIVED, 0).await;
    harness.until(stored::KUDOS_COUNTS, 0).await;
    // A deleted kudos counts as never given.
    let (_, answer) = give(&alice, "/kudos @bob for four").await;
    assert!(
        answer.text().starts_with("You have 4 more kudos"),
        "{}",
        answer.text()
    );
    harness.finish().await
}
