//! `/met`, the menu *We talked*, and *Undo*.

use crate::harness::{Harness, Said as _, Tested};

#[tokio::test]
async fn a_talk_is_logged() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let answer = alice
        .types("/met person: @bob when: yesterday")
        .await?
        .said();
    assert!(
        harness
            .read(&answer)
            .starts_with("Logged: you talked with @bob, yesterday.")
    );
    assert!(answer.ephemeral);
    assert_eq!(harness.number("SELECT count(*) FROM encounters").await, 1);
    harness.finish().await
}
