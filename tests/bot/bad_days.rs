//! Faults of Discord: Rapport recovers from each by itself, without losing or doubling anything.

use std::time::Duration;

use chrono::TimeDelta;
use rehearsal::{Fault, Limit, Refusal, Trouble, World};
use tokio::time::Instant;

use crate::harness::{Harness, Said as _, Setup, Stopped, Tested, stored};

const MONDAY: &str = "2026-11-30T09:00:00Z";
const MESSAGES: &str = "/channels/*/messages";

/// The bot before a Monday on which the nudges of Alice and Carol are due.
async fn before_monday() -> Result<Harness, Stopped> {
    let harness = Harness::start().await;
    for name in ["alice", "carol"] {
        let person = harness.person(name);
        person.types("/met @bob when: 2026-10-01").await?;
        person.types("/nudge on").await?;
    }
    Ok(harness)
}

fn nudges(harness: &Harness) -> [usize; 2] {
    ["alice", "carol"].map(|name| harness.person(name).dms().len())
}

/// How many times the bot has tried to post a message.
fn sends(harness: &Harness) -> usize {
    let requests = harness.rehearsal.requests();
    let sends = requests
        .iter()
        .filter(|request| request.method == "POST" && request.path.ends_with("/messages"));
    sends.count()
}

#[tokio::test]
async fn nudges_arrive_once_every_fault_is_over() -> Tested {
    let faults = [
        Fault::Status(500),
        Fault::Status(502),
        Fault::Status(503),
        // A proxy in front of Discord refuses without a body of Discord, or with a code of its own.
        Fault::Status(403),
        Fault::Refuse(Refusal::new(403, 0, "Forbidden")),
        Fault::Refuse(Refusal::new(403, 40333, "internal network error")),
        Fault::Cut,
        Fault::LoseAnswer,
    ];
    for fault in faults {
        let mut harness = before_monday().await?;
        let trouble = Trouble::with("POST", MESSAGES, fault.clone());
        harness.rehearsal.trouble(trouble);
        harness.time_is("2026-11-30T09:20:00Z").await;
        match &fault {
            Fault::Refuse(refusal) => harness.expect_refusal(refusal.code.into()),
            Fault::Status(403) => harness.expect_refusal(0),
            _ => {}
        }
        let lost = matches!(fault, Fault::LoseAnswer);
        assert_eq!(nudges(&harness), [usize::from(lost); 2], "{fault:?}");
        harness.rehearsal.heal();
        // Each pause is as long as the outage so far: twenty minutes after twenty, at most an hour.
        harness.time_is("2026-11-30T10:00:00Z").await;
        assert_eq!(nudges(&harness), [1, 1], "{fault:?}");
        harness.time_is("2026-11-30T13:00:00Z").await;
        assert_eq!(nudges(&harness), [1, 1], "twice after {fault:?}");
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_hanging_request_times_out_and_is_repeated() -> Tested {
    let harness = Setup::new()
        .with("RAPPORT__DISCORD__REQUEST_TIMEOUT_SECONDS", "1")
        .start()
        .await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    alice.types("/nudge on").await?;
    let hangs = Trouble::with("POST", MESSAGES, Fault::Hang).times(1);
    harness.rehearsal.trouble(hangs);
    harness.time_is("2026-11-30T09:00:30Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_retry_after_is_obeyed_and_then_everything_is_sent() -> Tested {
    let after = Duration::from_secs(2);
    for limit in [Limit::User, Limit::Shared, Limit::Global] {
        let harness = before_monday().await?;
        let slow = Trouble::with("POST", MESSAGES, Fault::SlowDown(limit, after)).times(1);
        harness.rehearsal.trouble(slow);
        let before = sends(&harness);
        let started = Instant::now();
        harness.time_is(MONDAY).await;
        assert_eq!(nudges(&harness), [1, 1], "{limit:?}");
        assert!(started.elapsed() >= after, "{limit:?}: not waited");
        assert!(started.elapsed() < after * 3, "{limit:?}: waited too long");
        assert_eq!(
            sends(&harness) - before,
            3,
            "{limit:?}: asked while it was to wait"
        );
        let invalid = harness.rehearsal.look(World::invalid_requests);
        assert_eq!(invalid, usize::from(limit != Limit::Shared));
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_global_rate_limit_delays_messages_but_no_answers() -> Tested {
    let harness = before_monday().await?;
    let wait = Fault::SlowDown(Limit::Global, Duration::from_secs(4));
    harness
        .rehearsal
        .trouble(Trouble::with("POST", MESSAGES, wait).times(1));
    let alice = harness.person("alice");
    let monday = async {
        harness.time_is(MONDAY).await;
        Instant::now()
    };
    let answered = async {
        harness
            .rehearsal
            .until(|world| world.invalid_requests() > 0)
            .await
            .unwrap();
        alice.types("/help").await.unwrap();
        alice.types("/met @dan").await.unwrap();
        Instant::now()
    };
    let (sent, answered) = tokio::join!(monday, answered);
    assert!(answered < sent, "an answer waited for the pause");
    assert_eq!(nudges(&harness), [1, 1]);
    harness.finish().await
}

#[tokio::test]
async fn too_many_invalid_requests_stop_messages_but_no_answers() -> Tested {
    let mut harness = Setup::new().unpaced().start().await;
    harness.expect_refusal(50001);
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    // When the form comes back, the bot asks Discord about the receiver, each time.
    let refused = Trouble::with(
        "GET",
        "/guilds/*/members/*",
        Fault::Refuse(Refusal::MISSING_ACCESS),
    );
    harness.rehearsal.trouble(refused);
    for _ in 0..1_000 {
        let form = alice
            .user_menu("Give kudos", "@bob")
            .await?
            .modal()
            .unwrap();
        alice
            .submit(&form, &[("What for?", "for the tea")])
            .await?
            .said();
    }
    assert_eq!(harness.rehearsal.look(World::invalid_requests), 1_000);
    harness.rehearsal.heal();
    let before = sends(&harness);
    let answer = bob.types("/kudos @alice for patience").await?.said();
    insta::assert_snapshot!(harness.read(&answer));
    assert_eq!(
        (sends(&harness), harness.number(stored::KUDOS).await),
        (before, 0)
    );
    // Answers are not delayed.
    assert!(
        bob.types("/met @alice")
            .await?
            .said()
            .text()
            .starts_with("Logged")
    );
    harness.finish().await
}

#[tokio::test]
async fn a_member_without_a_common_server_is_not_tried_again() -> Tested {
    let mut harness = before_monday().await?;
    harness.expect_refusal(50278);
    let gone = Fault::Refuse(Refusal::NO_MUTUAL_GUILDS);
    harness
        .rehearsal
        .trouble(Trouble::with("POST", MESSAGES, gone));
    harness.time_is("2026-12-20T09:00:00Z").await;
    assert_eq!(nudges(&harness), [0, 0]);
    assert_eq!(
        harness.rehearsal.refusals().len(),
        2,
        "one for each of the two"
    );
    harness.finish().await
}

#[tokio::test]
async fn a_first_answer_is_repeated_after_any_fault() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let callback = "/interactions/*/*/callback";
    let wait = Duration::from_millis(300);
    let faults = [
        Fault::Status(500),
        Fault::Status(503),
        Fault::Cut,
        Fault::LoseAnswer,
        Fault::Hang,
        Fault::SlowDown(Limit::User, wait),
        Fault::SlowDown(Limit::Global, wait),
    ];
    let mut harness = harness;
    harness.expect_refusal(40060);
    for fault in faults {
        harness
            .rehearsal
            .trouble(Trouble::with("POST", callback, fault.clone()).times(1));
        let asked = Instant::now();
        let answer = alice.types("/met @bob").await;
        let answer = answer
            .unwrap_or_else(|error| panic!("{fault:?}: {error}"))
            .said();
        assert!(answer.text().starts_with("Logged"), "{fault:?}");
        assert!(asked.elapsed() < Duration::from_secs(3), "{fault:?}");
        harness.time_passes(TimeDelta::minutes(11)).await;
    }
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 7);
    harness.finish().await
}
