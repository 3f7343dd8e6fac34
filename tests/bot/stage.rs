//! What several stories begin with.

use rapport::rehearsal::{Person, Seen};

use crate::harness::{Harness, Said as _};

/// The Monday after the tests begin, when nudges go out.
pub(crate) const NEXT_MONDAY: &str = "2026-11-30T09:00:00Z";

/// Presses a button of a message; what it became, or what was said beside it.
pub(crate) async fn press(person: &Person, on: &Seen, button: &str) -> Seen {
    person.press(on, button).await.unwrap().said()
}

pub(crate) async fn choose(person: &Person, on: &Seen, select: &str, value: &str) -> Seen {
    person.choose(on, select, &[value]).await.unwrap().said()
}

/// Alice has said yes, and lost touch with Bob.
pub(crate) async fn joined() -> Harness {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice
        .types("/met @bob when: 2026-10-01 note: quokka")
        .await
        .unwrap();
    alice.types("/nudge on").await.unwrap();
    harness
}

pub(crate) async fn exported(person: &Person, panel: &Seen) -> String {
    let answer = person.press(panel, "Export").await.unwrap().said();
    assert!(answer.ephemeral);
    assert_eq!(answer.files.len(), 1);
    String::from_utf8(answer.files[0].bytes.clone()).unwrap()
}
