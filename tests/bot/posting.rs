//! Kudos during faults of Discord: posted and counted once or not at all, and reported truthfully.

use std::time::Duration;

use chrono::TimeDelta;
use rehearsal::permissions::READ_MESSAGE_HISTORY;
use rehearsal::{Fault, Limit, Refusal, Seen, Trouble, World};

use crate::harness::{Harness, Said as _, Setup, Tested, give, stored};

const MESSAGES: &str = "/channels/*/messages";

/// The posts of kudos that everyone sees.
fn posts(harness: &Harness) -> Vec<Seen> {
    let mut seen = harness.person("dan").messages();
    seen.retain(|seen| seen.text().contains(" thanks "));
    seen
}

#[tokio::test]
async fn kudos_with_an_uncertain_post_are_posted_and_counted_once() -> Tested {
    let harness = Setup::new()
        .with("RAPPORT__KUDOS__PER_DAY", "50")
        .start()
        .await;
    let alice = harness.person("alice");
    let troubles = [
        Fault::Status(500),
        Fault::Status(502),
        Fault::Cut,
        Fault::LoseAnswer,
    ];
    for (count, fault) in (1..).zip(troubles) {
        let person = if count % 2 == 0 { "bob" } else { "carol" };
        harness
            .rehearsal
            .trouble(Trouble::with("POST", MESSAGES, fault.clone()).times(2));
        give(&alice, &format!("/kudos @{person} for the tea")).await;
        assert_eq!(posts(&harness).len(), count, "{fault:?}");
        assert_eq!(
            harness.number(stored::KUDOS).await,
            i64::try_from(count)?,
            "{fault:?}"
        );
    }
    harness.finish().await
}

#[tokio::test]
async fn an_uncertain_post_is_admitted_and_later_settled() -> Tested {
    // In one case the post exists and the answer was lost; in the other it was never made.
    for (fault, expected) in [(Fault::LoseAnswer, 1), (Fault::Status(502), 0)] {
        let mut harness = Harness::start().await;
        if expected == 0 {
            harness.expect_refusal(10008);
        }
        let alice = harness.person("alice");
        harness
            .rehearsal
            .trouble(Trouble::with("POST", MESSAGES, fault.clone()));
        let first = alice.types("/kudos @bob for the tea").await?.said();
        assert!(first.ephemeral);
        insta::assert_snapshot!("unknown", harness.read(&first));
        assert_eq!(harness.number(stored::KUDOS).await, 1);
        harness.rehearsal.heal();
        harness.time_passes(TimeDelta::minutes(10)).await;
        assert_eq!(posts(&harness).len(), expected, "{fault:?}");
        assert_eq!(
            harness.number(stored::KUDOS).await,
            i64::try_from(expected)?,
            "{fault:?}"
        );
        harness.until(stored::KUDOS_WITHOUT_POST, 0).await;
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn kudos_whose_post_cannot_be_looked_for_are_kept() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(50001);
    let alice = harness.person("alice");
    let general = harness.channel("general");
    harness
        .rehearsal
        .change(|world| world.deny_bot(general, READ_MESSAGE_HISTORY));
    harness
        .rehearsal
        .trouble(Trouble::with("POST", MESSAGES, Fault::LoseAnswer));
    alice.types("/kudos @bob for the tea").await?;
    harness.rehearsal.heal();
    harness.time_passes(TimeDelta::minutes(10)).await;
    assert_eq!(
        (posts(&harness).len(), harness.number(stored::KUDOS).await),
        (1, 1)
    );
    harness.finish().await
}

#[tokio::test]
async fn kudos_refused_by_a_busy_discord_use_no_allowance() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let slow = Fault::SlowDown(Limit::User, Duration::from_mins(1));
    harness
        .rehearsal
        .trouble(Trouble::with("POST", MESSAGES, slow).times(1));
    let answer = alice.types("/kudos @bob for the tea").await?.said();
    assert!(answer.ephemeral);
    insta::assert_snapshot!(harness.read(&answer));
    assert_eq!(
        (posts(&harness).len(), harness.number(stored::KUDOS).await),
        (0, 0)
    );
    harness.finish().await
}

#[tokio::test]
async fn a_slow_refusal_is_only_for_the_giver() -> Tested {
    let harness = Setup::new()
        .with("RAPPORT__KUDOS__PER_DAY", "1")
        .start()
        .await;
    let alice = harness.person("alice");
    give(&alice, "/kudos @bob for the tea").await;
    let asked = alice.types("/kudos @carol for the cake");
    let answer = harness.with_locked_database(asked).await?.said();
    assert!(
        answer.ephemeral && answer.text().starts_with("You have given all"),
        "{}",
        answer.text()
    );
    assert_eq!(posts(&harness).len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_post_deleted_before_its_id_is_stored_does_not_count() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    // The post exists, the bot does not know its id yet, and a moderator deletes it.
    let late = Fault::Late(Duration::from_millis(700));
    harness
        .rehearsal
        .trouble(Trouble::with("POST", MESSAGES, late).times(1));
    let deleted = async {
        harness
            .rehearsal
            .until(|world| count_posts(world) == 1)
            .await
            .unwrap();
        let post = posts(&harness).remove(0);
        harness.person("olga").delete_message(post.id).unwrap();
    };
    let (answer, ()) = tokio::join!(alice.types("/kudos @bob for the tea"), deleted);
    answer?.said();
    assert_eq!(
        (posts(&harness).len(), harness.number(stored::KUDOS).await),
        (0, 0)
    );
    harness.finish().await
}

fn count_posts(world: &World) -> usize {
    let guild = world.guilds().next().unwrap().id;
    let general = world.channel_named(guild, "general").unwrap();
    let messages = world.messages_in(general);
    messages
        .filter(|message| message.text().contains(" thanks "))
        .count()
}

#[tokio::test]
async fn taking_back_works_whatever_happens_to_the_post() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(10003);
    let alice = harness.person("alice");
    let (_, answer) = give(&alice, "/kudos @bob for the tea").await;
    harness.rehearsal.trouble(Trouble::with(
        "DELETE",
        "/channels/*/messages/*",
        Fault::Cut,
    ));
    let changed = alice.press(&answer, "Take it back").await?.said();
    let changed = alice.sees_change(&changed).await?;
    insta::assert_snapshot!("post_may_stay", harness.read(&changed));
    harness.rehearsal.heal();
    let (_, answer) = give(&alice, "/kudos @bob for the cake").await;
    let unknown = Fault::Refuse(Refusal::UNKNOWN_CHANNEL);
    harness
        .rehearsal
        .trouble(Trouble::with("DELETE", "/channels/*/messages/*", unknown));
    let changed = alice.press(&answer, "Take it back").await?.said();
    assert!(
        changed
            .text()
            .starts_with("Taken back: it no longer counts, and the post goes too.")
    );
    assert_eq!(harness.number(stored::KUDOS).await, 0);
    harness.finish().await
}
