//! Nudges that wait in the outbox.

use futures::future::join_all;
use rehearsal::World;

use crate::harness::{Setup, Tested};
use crate::steps::NEXT_MONDAY;

fn a_nudge_is_sent(world: &World) -> bool {
    world.requests().any(|request| {
        let nonce = request.body["nonce"].as_str();
        nonce.is_some_and(|nonce| nonce.starts_with("nudge-"))
    })
}

#[tokio::test]
async fn a_member_who_stops_nudges_gets_none_that_waits() -> Tested {
    let one_a_second = Setup::new().with("RAPPORT__DISCORD__SENDS_PER_SECOND", "1");
    let harness = one_a_second.start().await;
    let people = ["alice", "bob", "carol", "dan", "olga"].map(|name| harness.person(name));
    let together = "/met @bob person2: @carol person3: @dan person4: @olga when: 2026-09-01";
    people[0].types(together).await?;
    for person in &people {
        person.types("/nudge on").await?;
    }
    let calling_off = async {
        harness.rehearsal.until(a_nudge_is_sent).await.unwrap();
        let waiting = people.iter().filter(|person| person.dms().is_empty());
        let called_off = waiting.map(async |person| {
            person.types("/nudge off").await.unwrap();
            (person, person.dms().len())
        });
        join_all(called_off).await
    };
    let ((), called_off) = tokio::join!(harness.time_is(NEXT_MONDAY), calling_off);
    assert!(called_off.iter().any(|(_, dms)| *dms == 0));
    for (person, dms) in called_off {
        assert_eq!(person.dms().len(), dms);
    }
    harness.finish().await
}
