//! When Discord refuses the bot's first or last answer, begun work goes on, and later answers are
//! true.

use std::time::Duration;

use rehearsal::{Fault, Refusal, Trouble, Unable};
use tokio::time::Instant;

use crate::harness::stored::{self, Number};
use crate::harness::{Harness, Said as _, Tested, give};

const ANSWERS: &str = "/interactions/*/*/callback";

fn refusal(status: u16, code: u32) -> Fault {
    Fault::Refuse(Refusal {
        status,
        code,
        message: "No",
        errors: None,
    })
}

/// Types a command while another program locks the file, so that the bot announces its answer, and
/// Discord no longer knows the interaction. Returns after `stored` is 1.
async fn unannounced(harness: &mut Harness, line: &str, stored: Number) {
    harness.expect_refusal(10062);
    let unknown = refusal(404, 10062);
    let trouble = Trouble::with("POST", ANSWERS, unknown);
    harness.rehearsal.trouble(trouble);
    let alice = harness.person("alice").patient(Duration::from_secs(1));
    let answer = harness.with_locked_database(alice.types(line)).await;
    assert!(answer.is_err(), "answered: {answer:?}");
    harness.until(stored, 1).await;
}

#[tokio::test]
async fn kudos_whose_deferral_is_refused_are_posted_and_stored() -> Tested {
    let mut harness = Harness::start().await;
    let line = "/kudos @bob for the tea";
    unannounced(&mut harness, line, stored::KUDOS_WITH_POST).await;
    let posts = harness.person("dan").messages();
    assert_eq!(posts.len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_talk_whose_deferral_is_refused_is_stored() -> Tested {
    let mut harness = Harness::start().await;
    let line = "/met @bob note: plays the cello";
    unannounced(&mut harness, line, stored::NOTES).await;
    harness.finish().await
}

#[tokio::test]
async fn a_stored_talk_is_never_denied() -> Tested {
    let mut harness = Harness::start().await;
    harness.expect_refusal(50035);
    let alice = harness.person("alice");
    let refused = Trouble::with("POST", ANSWERS, refusal(400, 50035)).times(1);
    harness.rehearsal.trouble(refused);
    let answer = alice.types("/met @bob").await?.said();
    insta::assert_snapshot!(answer.text());
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_take_back_answers_before_the_post_is_deleted() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let (post, answer) = give(&alice, "/kudos @bob for the tea").await;
    let slow = Fault::Late(Duration::from_secs(5));
    let slow = Trouble::with("DELETE", "/channels/*/messages/*", slow).times(1);
    harness.rehearsal.trouble(slow);
    let pressed = Instant::now();
    let alice = alice.patient(Duration::from_secs(3));
    let changed = alice.press(&answer, "Take it back").await?.said();
    assert!(changed.text().starts_with("Taken back"));
    assert!(pressed.elapsed() < Duration::from_secs(3));
    let gone = |world: &rehearsal::World| world.message(post.id).is_none();
    harness.rehearsal.until(gone).await?;
    assert!(matches!(alice.look_again(post.id), Err(Unable::Gone)));
    harness.finish().await
}
