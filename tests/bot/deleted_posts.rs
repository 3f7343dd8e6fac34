//! Kudos no longer count when their post is deleted, with its channel or during an outage.

use rehearsal::permissions::READ_MESSAGE_HISTORY;

use crate::harness::{Harness, Tested, give, last_post, stored};

#[tokio::test]
async fn deleting_a_channel_removes_its_kudos() -> Tested {
    let harness = Harness::start().await;
    give(&harness.person("alice"), "/kudos @bob for the tea").await;
    give(
        &harness.person_in("alice", "random"),
        "/kudos @bob for the cake",
    )
    .await;
    let random = harness.channel("random");
    harness
        .rehearsal
        .change(|world| world.delete_channel(random));
    harness.until(stored::KUDOS, 1).await;
    harness.finish().await
}

#[tokio::test]
async fn posts_deleted_during_an_outage_no_longer_count() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(10003);
    harness.expect_refusal(10008);
    let alice = harness.person("alice");
    let (deleted, _) = give(&alice, "/kudos @bob for one").await;
    alice.say("in between")?;
    give(&alice, "/kudos @bob for two").await;
    give(
        &harness.person_in("alice", "random"),
        "/kudos @carol for three",
    )
    .await;
    harness.stop().await;
    harness.person("olga").delete_message(deleted.id)?;
    let random = harness.channel("random");
    harness
        .rehearsal
        .change(|world| world.delete_channel(random));
    harness.begin().await;
    harness.until(stored::KUDOS, 1).await;
    assert_eq!(harness.number(stored::KUDOS_FOR_TWO).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn kudos_with_unreadable_posts_still_count() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(50001);
    give(&harness.person("alice"), "/kudos @bob for one").await;
    let general = harness.channel("general");
    harness
        .rehearsal
        .change(|world| world.deny_bot(general, READ_MESSAGE_HISTORY));
    harness.restart().await;
    // The refusal shows that the bot looked.
    let refused = |world: &rehearsal::World| world.invalid_requests() > 0;
    harness.rehearsal.until(refused).await?;
    harness.clock.settled().await;
    assert_eq!(harness.number(stored::KUDOS).await, 1);
    harness.finish().await
}

/// A thread in general in which Bob was thanked; Carol was thanked in general itself.
async fn with_thread() -> (Harness, rehearsal::ChannelId) {
    let harness = Harness::start().await;
    let (general, olga) = (harness.channel("general"), harness.id("olga"));
    let thread = harness
        .rehearsal
        .change(|world| world.add_thread(general, "launch", olga));
    let alice = harness.person("alice");
    give(&alice.in_channel(thread), "/kudos @bob for the tea").await;
    give(&alice, "/kudos @carol for the cake").await;
    (harness, thread)
}

/// The board of the whole server.
async fn board(harness: &Harness) -> String {
    let dan = harness.person_in("dan", "random");
    let line = "/leaderboard scope: whole server";
    dan.types(line).await.unwrap();
    last_post(&dan).text()
}

#[tokio::test]
async fn deleting_a_thread_removes_its_kudos() -> Tested {
    let (harness, thread) = with_thread().await;
    let before = board(&harness).await;
    assert!(
        before.contains("Bob") && before.contains("Carol"),
        "{before}"
    );
    harness
        .rehearsal
        .change(|world| world.delete_channel(thread));
    harness.until(stored::KUDOS, 1).await;
    let after = board(&harness).await;
    assert!(!after.contains("Bob") && after.contains("Carol"), "{after}");
    harness.finish().await
}

#[tokio::test]
async fn threads_deleted_during_an_outage_no_longer_count() -> Tested {
    let (mut harness, thread) = with_thread().await;
    harness.expect_refusal(10003);
    harness.stop().await;
    harness
        .rehearsal
        .change(|world| world.delete_channel(thread));
    harness.begin().await;
    harness.until(stored::KUDOS, 1).await;
    let after = board(&harness).await;
    assert!(!after.contains("Bob") && after.contains("Carol"), "{after}");
    harness.finish().await
}

#[tokio::test]
async fn deleting_a_channel_removes_the_kudos_of_its_threads() -> Tested {
    for away in [false, true] {
        let (mut harness, _) = with_thread().await;
        if away {
            harness.expect_refusal(10003);
            harness.stop().await;
        }
        let general = harness.channel("general");
        harness
            .rehearsal
            .change(|world| world.delete_channel(general));
        if away {
            harness.begin().await;
        }
        harness.until(stored::KUDOS, 0).await;
        let after = board(&harness).await;
        assert!(
            !after.contains("Bob") && !after.contains("Carol"),
            "{after}"
        );
        harness.finish().await?;
    }
    Ok(())
}
