//! How long unrequested messages wait when Discord or Cloudflare asks to slow down.

use std::time::Duration;

use rehearsal::{Fault, Limit, Request, Trouble, World};
use tokio::time::Instant;

use crate::harness::{Harness, Said as _, Tested, give};
use crate::steps::joined;

const MESSAGES: &str = "/channels/*/messages";

/// The requests to delete a message, as `channel/message status`, in the order of their answers.
fn deletions(world: &World) -> Vec<String> {
    let deleted = world.requests().filter(|it| it.method == "DELETE");
    let describe = |it: &Request| {
        let path = it.path.rsplit_once("/channels/")?.1;
        Some(format!("{} {}", path.replace("/messages", ""), it.status))
    };
    deleted.filter_map(describe).collect()
}

#[tokio::test]
async fn a_429_on_one_message_pauses_only_its_channel() -> Tested {
    let harness = Harness::start().await;
    let (alice, elsewhere) = (
        harness.person("alice"),
        harness.person_in("alice", "random"),
    );
    let mut thanked = Vec::new();
    for (giver, line) in [
        (&alice, "/kudos @bob for one"),
        (&alice, "/kudos @carol for two"),
        (&elsewhere, "/kudos @dan for three"),
    ] {
        thanked.push((giver, give(giver, line).await));
    }
    let pause = Duration::from_secs(2);
    let slow = Fault::SlowDown(Limit::User, pause);
    let trouble = Trouble::with("DELETE", "/channels/*/messages/*", slow);
    harness.rehearsal.trouble(trouble.times(1));
    let began = Instant::now();
    for (asked, (giver, (_, answer))) in (1..).zip(&thanked) {
        giver.press(answer, "Take it back").await?;
        if asked == 1 {
            let is_asked = |world: &World| deletions(world).len() == 1;
            harness.rehearsal.until(is_asked).await?;
        }
    }
    let all = |world: &World| deletions(world).len() == 4;
    harness.rehearsal.until(all).await?;
    assert!(began.elapsed() >= pause);
    let place = |at: usize| {
        let (giver, (post, _)) = &thanked[at];
        format!("{}/{}", giver.channel(), post.id)
    };
    let deleted = harness.rehearsal.look(deletions);
    assert_eq!(deleted[0], format!("{} 429", place(0)));
    assert_eq!(deleted[1], format!("{} 204", place(2)), "{deleted:?}");
    for waited in [place(0), place(1)] {
        assert!(
            deleted[2..].contains(&format!("{waited} 204")),
            "{deleted:?}"
        );
    }
    harness.finish().await
}

#[tokio::test]
async fn an_empty_bucket_delays_only_its_channel() -> Tested {
    let harness = Harness::start().await;
    let per = Duration::from_secs(2);
    harness
        .rehearsal
        .change(|world| world.limit_bucket("POST", MESSAGES, 1, per));
    let began = Instant::now();
    give(&harness.person("alice"), "/kudos @bob for one").await;
    give(&harness.person_in("bob", "random"), "/kudos @alice for two").await;
    assert!(began.elapsed() < per, "the other channel waited");
    give(&harness.person("alice"), "/kudos @carol for three").await;
    assert!(began.elapsed() >= per, "Discord's limit was passed by");
    harness.finish().await
}

#[tokio::test]
async fn a_429_of_cloudflare_delays_all_messages_but_no_answers() -> Tested {
    let harness = joined().await;
    let alice = harness.person("alice");
    // Cloudflare names no time: the bot waits at least a minute, longer than this test.
    let slow = Fault::SlowMachineDown(Duration::ZERO);
    harness
        .rehearsal
        .trouble(Trouble::with("POST", MESSAGES, slow).times(1));
    let before = harness.rehearsal.requests().len();
    let began = Instant::now();
    harness.time_is("2026-11-30T10:30:00Z").await;
    assert!(alice.dms().is_empty());
    // Neither a nudge's next try nor a post in another channel is sent.
    let bob = harness.person_in("bob", "random");
    let answer = bob.types("/kudos @alice for the tea").await?.said();
    assert!(answer.ephemeral, "{}", answer.text());
    for line in ["/met @dan", "/help", "/person who: @bob"] {
        alice.types(line).await?.said();
    }
    let asked = harness.rehearsal.requests().split_off(before);
    let posted = asked.iter().filter(|it| it.path.ends_with("/messages"));
    let posted: Vec<_> = posted.map(|it| it.status).collect();
    let took = began.elapsed();
    assert!(took < Duration::from_mins(1), "too slow to tell: {took:?}");
    assert_eq!(posted, [429]);
    harness.finish().await
}
