//! The allowance of a day when a giver or receiver asks to be forgotten on that day.

use crate::harness::{Harness, Said as _, Tested, give, stored};
use crate::steps::press;

async fn forget(harness: &Harness, name: &str) {
    let person = harness.person(name);
    let panel = person.types("/privacy").await.unwrap().said();
    press(&person, &panel, "Forget me").await;
    press(&person, &panel, "Yes, forget me").await;
}

async fn refused(harness: &Harness, name: &str, line: &str) -> String {
    let answer = harness.person(name).types(line).await.unwrap().said();
    assert!(
        !answer.text().contains("take this one back"),
        "{}",
        answer.text()
    );
    answer.text()
}

#[tokio::test]
async fn forgetting_oneself_gives_no_new_allowance() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    give(&alice, "/kudos @bob message: one").await;
    give(&alice, "/kudos @bob message: two").await;
    forget(&harness, "alice").await;
    let again = refused(&harness, "alice", "/kudos @bob message: three").await;
    assert!(again.starts_with("You have thanked"), "{again}");
    give(&alice, "/kudos @carol message: three").await;
    forget(&harness, "alice").await;
    harness.restart().await;
    give(&alice, "/kudos @carol person2: @dan message: four and five").await;
    let over = refused(&harness, "alice", "/kudos @olga message: six").await;
    assert!(over.starts_with("You have given all"), "{over}");
    harness.finish().await
}

#[tokio::test]
async fn forgetting_a_receiver_gives_no_allowance_back() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    give(&alice, "/kudos @bob message: one").await;
    give(&alice, "/kudos @bob message: two").await;
    forget(&harness, "bob").await;
    refused(&harness, "alice", "/kudos @bob message: three").await;
    let (_, answer) = give(&alice, "/kudos @carol message: three").await;
    assert!(
        answer.text().starts_with("You have 2 more"),
        "{}",
        answer.text()
    );
    harness.finish().await
}

#[tokio::test]
async fn the_used_allowance_of_a_forgotten_person_is_deleted_at_midnight() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    give(&alice, "/kudos @bob message: one").await;
    forget(&harness, "alice").await;
    assert_eq!(harness.number(stored::ALLOWANCE_KEYS).await, 1);
    harness.time_is("2026-11-23T23:59:59Z").await;
    assert_eq!(harness.number(stored::ALLOWANCE_USED).await, 2);
    harness.time_is("2026-11-24T00:00:00Z").await;
    assert_eq!(harness.number(stored::ALLOWANCE_KEYS).await, 0);
    assert_eq!(harness.number(stored::ALLOWANCE_USED).await, 0);
    harness.time_passes(chrono::TimeDelta::minutes(15)).await;
    harness.until(stored::SCRUBS_OWED, 0).await;
    harness.finish().await
}

#[tokio::test]
async fn kudos_dated_ahead_use_no_allowance_of_today() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for person in ["bob", "bob", "carol", "carol", "dan"] {
        give(&alice, &format!("/kudos @{person} message: later")).await;
    }
    harness.date_kudos_a_year_ahead().await;
    let (_, answer) = give(&alice, "/kudos @bob message: now").await;
    assert!(
        answer.text().starts_with("You have 4 more"),
        "{}",
        answer.text()
    );
    harness.finish().await
}
