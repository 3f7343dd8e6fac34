//! Posts that are deleted with their channel, or while Rapport is away: their kudos count no more.

use rehearsal::permissions::READ_MESSAGE_HISTORY;

use crate::harness::{Harness, Tested, give};

const KUDOS: &str = "SELECT count(*) FROM kudos";

#[tokio::test]
async fn a_deleted_channel_takes_its_kudos_along() -> Tested {
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
    harness.until(KUDOS, 1).await;
    harness.finish().await
}

#[tokio::test]
async fn what_was_deleted_while_rapport_was_away_counts_no_more() -> Tested {
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
    harness.until(KUDOS, 1).await;
    let kept = "SELECT count(*) FROM kudos WHERE reason = 'for two'";
    assert_eq!(harness.number(kept).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn posts_that_cannot_be_looked_at_stay_counted() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(50001);
    give(&harness.person("alice"), "/kudos @bob for one").await;
    let general = harness.channel("general");
    harness
        .rehearsal
        .change(|world| world.deny_bot(general, READ_MESSAGE_HISTORY));
    harness.restart().await;
    // The refusal is what it looked at.
    let refused = |world: &rehearsal::World| world.invalid_requests() > 0;
    harness.rehearsal.until(refused).await?;
    harness.clock.settled().await;
    assert_eq!(harness.number(KUDOS).await, 1);
    harness.finish().await
}
