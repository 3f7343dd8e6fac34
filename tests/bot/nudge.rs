//! `/nudge`, and when the weekly message comes or does not come.

use chrono::TimeDelta;

use crate::harness::{Harness, Said as _, Setup, Tested};

/// Nine in the morning (UTC) on the first Monday after the tests' week.
const MONDAY: &str = "2026-11-30T09:00:00Z";
const A_WEEK: TimeDelta = TimeDelta::weeks(1);

#[tokio::test]
async fn on_monday_at_nine_one_message_names_the_people_due() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let line = "/met @bob when: 2026-10-01 how: coffee note: *new* puppy @everyone";
    alice.types(line).await?;
    alice
        .types("/met @carol when: 2026-09-01 how: call")
        .await?;
    alice.types("/met @dan when: yesterday").await?;
    insta::assert_snapshot!("on", harness.read(&alice.types("/nudge on").await?.said()));
    harness.time_is("2026-11-30T08:59:59Z").await;
    assert!(alice.dms().is_empty());
    harness.time_is(MONDAY).await;
    let nudge = alice.next_dm().await?;
    insta::assert_snapshot!("weekly", harness.read(&nudge));
    assert!(nudge.pinged.is_empty() && !nudge.pinged_everyone);
    harness.time_is("2026-12-07T08:59:59Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_week_without_people_due_sends_no_message() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob").await?;
    alice.types("/nudge on").await?;
    harness.time_is("2026-12-21T12:00:00Z").await;
    assert!(alice.dms().is_empty());
    // A month after the talk the tie is due.
    harness.time_is("2026-12-28T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn members_who_did_not_say_yes_get_no_message() -> Tested {
    let harness = Harness::start().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    for person in [&alice, &bob] {
        person.types("/met @carol when: 2026-10-01").await?;
        person.types("/nudge now").await?;
    }
    let answer = alice
        .types("/nudge when day: Tuesday zone: Europe/Berlin")
        .await?
        .said();
    assert!(
        harness.read(&answer).contains("but they're off"),
        "{}",
        answer.text()
    );
    bob.types("/nudge on").await?;
    bob.types("/nudge off").await?;
    bob.types("/nudge when time: 10:00").await?;
    harness.time_is("2026-12-15T09:00:00Z").await;
    assert!(alice.dms().is_empty(), "a message without a yes");
    assert!(bob.dms().is_empty(), "a message after a no");
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_comes_at_nine_in_the_members_zone() -> Tested {
    // Tuesday in every zone.
    let harness = Setup::new().at("2026-11-24T10:00:00Z").start().await;
    for (name, zone) in [
        ("alice", "Europe/Berlin"),
        ("bob", "America/New_York"),
        ("carol", "Asia/Kathmandu"),
        ("dan", "Pacific/Auckland"),
    ] {
        let person = harness.person(name);
        let other = if name == "alice" { "@bob" } else { "@alice" };
        person
            .types(&format!("/met {other} when: 2026-10-01"))
            .await?;
        person.types("/nudge on").await?;
        person.types(&format!("/nudge when zone: {zone}")).await?;
    }
    // All of them talked with Alice and are due; only the hour differs.
    for (instant, name) in [
        ("2026-11-29T20:00:00Z", "dan"),
        ("2026-11-30T03:15:00Z", "carol"),
        ("2026-11-30T08:00:00Z", "alice"),
        ("2026-11-30T14:00:00Z", "bob"),
    ] {
        let instant: chrono::DateTime<chrono::Utc> = instant.parse()?;
        harness
            .clock
            .advance_to(instant - TimeDelta::seconds(1))
            .await;
        assert!(harness.person(name).dms().is_empty(), "{name} too early");
        harness.clock.advance_to(instant).await;
        assert_eq!(harness.person(name).dms().len(), 1, "{name}");
    }
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_keeps_its_hour_when_clocks_change() -> Tested {
    let harness = Setup::new()
        .at("2026-10-12T12:00:00Z")
        .with("RAPPORT__TEAMS__ZONE", "Europe/Berlin")
        .with("RAPPORT__TEAMS__CIRCLE", "close")
        .start()
        .await;
    let alice = harness.person("alice");
    for other in ["bob", "carol"] {
        alice
            .types(&format!("/met @{other} when: 2026-09-01"))
            .await?;
    }
    alice.types("/nudge on").await?;
    harness.time_is("2026-10-19T06:59:59Z").await;
    assert!(alice.dms().is_empty());
    harness.time_is("2026-10-19T07:00:00Z").await;
    let nudge = alice.next_dm().await?;
    alice.press(&nudge, "1").await?;
    // The last Sunday of October is in between, and a week has passed since the talk.
    harness.time_is("2026-10-26T07:59:59Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.time_is("2026-10-26T08:00:00Z").await;
    assert_eq!(alice.dms().len(), 2);
    harness.finish().await
}

#[tokio::test]
async fn a_schedule_changed_mid_week_sends_no_second_message() -> Tested {
    let harness = Setup::new()
        .with("RAPPORT__TEAMS__CIRCLE", "close")
        .start()
        .await;
    let alice = harness.person("alice");
    for other in ["bob", "carol", "dan"] {
        alice
            .types(&format!("/met @{other} when: 2026-10-01"))
            .await?;
    }
    alice.types("/nudge on").await?;
    harness.time_is("2026-11-30T10:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    for (day, zone) in [
        ("Tuesday", "Europe/Berlin"),
        ("Friday", "Pacific/Kiritimati"),
    ] {
        alice
            .types(&format!("/nudge when day: {day} zone: {zone}"))
            .await?;
    }
    harness.time_is("2026-12-05T23:00:00Z").await;
    alice
        .types("/nudge when day: Sunday zone: Pacific/Pago_Pago time: 23:59")
        .await?;
    harness.time_is("2026-12-07T10:59:00Z").await;
    assert_eq!(alice.dms().len(), 1, "two in one week of the calendar");
    alice
        .types("/nudge when day: Monday time: 9 zone: UTC")
        .await?;
    harness.time_is("2026-12-14T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 2);
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_less_than_a_day_late_is_sent_and_a_later_one_skipped() -> Tested {
    for (hours, minutes, expected) in [(23, 59, 1), (24, 0, 0), (24 * 20, 0, 0)] {
        let mut harness = Harness::start().await;
        let alice = harness.person("alice");
        alice.types("/met @bob when: 2026-10-01").await?;
        alice.types("/nudge on").await?;
        harness.stop().await;
        harness.time_is(MONDAY).await;
        harness
            .time_passes(TimeDelta::hours(hours) + TimeDelta::minutes(minutes))
            .await;
        harness.begin().await;
        assert_eq!(alice.dms().len(), expected, "{hours}:{minutes:02} late");
        // The next Monday brings one message, whatever was missed.
        harness.time_is("2026-12-28T09:00:00Z").await;
        assert!(
            alice.dms().len() <= 3,
            "sent to catch up: {}",
            alice.dms().len()
        );
        assert!(alice.dms().len() > expected);
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn ignored_nudges_become_rarer_until_the_member_acts() -> Tested {
    let harness = Setup::new()
        .with("RAPPORT__TEAMS__CIRCLE", "close")
        .start()
        .await;
    let alice = harness.person("alice");
    for other in ["bob", "carol", "dan", "olga"] {
        alice
            .types(&format!("/met @{other} when: 2026-10-01"))
            .await?;
    }
    for zoe in ["bob", "carol", "dan"] {
        harness
            .person(zoe)
            .types("/met @olga when: 2026-10-01")
            .await?;
    }
    alice.types("/nudge on").await?;
    alice.types("/nudge when zone: UTC").await?;
    harness.time_is("2026-12-01T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.time_passes(A_WEEK).await;
    assert_eq!(alice.dms().len(), 2, "the second Monday");
    harness.time_passes(A_WEEK).await;
    assert_eq!(alice.dms().len(), 2, "two were ignored: every second week");
    harness.time_passes(A_WEEK).await;
    assert_eq!(alice.dms().len(), 3);
    let third = alice.dms().remove(2);
    alice.in_dms().press(&third, "Not now").await?;
    harness.time_passes(A_WEEK).await;
    assert_eq!(alice.dms().len(), 4, "weekly again after a press");
    harness.finish().await
}

#[tokio::test]
async fn acting_in_a_skipped_week_sends_nothing_at_once() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for other in ["bob", "carol", "dan", "olga"] {
        alice
            .types(&format!("/met @{other} when: 2026-10-01"))
            .await?;
    }
    alice.types("/nudge on").await?;
    // The second of two ignored nudges is that of 7 December; the rhythm skips the 14th.
    harness.time_is("2026-12-14T10:00:00Z").await;
    assert_eq!(alice.dms().len(), 2);
    let second = alice.dms().remove(1);
    alice.in_dms().press(&second, "Not now").await?;
    harness.time_is("2026-12-21T08:59:59Z").await;
    assert_eq!(alice.dms().len(), 2, "an hour late, and as if in answer");
    harness.time_is("2026-12-21T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 3, "weekly again");
    harness.finish().await
}

#[tokio::test]
async fn no_view_promises_an_earlier_nudge_than_the_one_that_comes() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    alice.types("/nudge on").await?;
    harness.time_is("2026-11-30T12:00:00Z").await;
    // This week had its nudge, so Friday's is that of next week.
    let moved = alice.types("/nudge when day: Friday").await?.said();
    let met = alice.types("/met @carol when: 2026-10-02").await?.said();
    let card = alice.types("/person who: @carol").await?.said();
    for said in [moved, met, card].map(|said| harness.read(&said)) {
        let promised = said.contains("11 December 2026") || said.contains("Fri 11 Dec");
        assert!(promised, "{said}");
    }
    harness.time_is("2026-12-11T08:59:59Z").await;
    assert_eq!(alice.dms().len(), 1);
    // Two ignored: the rhythm skips the 18th, unless she acts.
    harness.time_is("2026-12-16T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 2);
    let card = harness.read(&alice.types("/person who: @carol").await?.said());
    assert!(card.contains("25 December 2026"), "{card}");
    let met = harness.read(&alice.types("/met @dan when: 2026-10-02").await?.said());
    assert!(met.contains("Friday, 18 December"), "{met}");
    harness.time_is("2026-12-18T09:00:00Z").await;
    assert_eq!(alice.dms().len(), 3, "weekly again");
    harness.finish().await
}

#[tokio::test]
async fn nudge_now_answers_at_once_and_only_the_caller() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let empty = alice.types("/nudge now").await?.said();
    assert!(empty.ephemeral);
    alice
        .types("/met @bob when: 2026-10-01 how: pairing")
        .await?;
    let shown = alice.types("/nudge now").await?.said();
    assert!(shown.ephemeral);
    insta::assert_snapshot!("now", harness.read(&shown));
    let after = alice.press(&shown, "Stop").await?.said();
    insta::assert_snapshot!("now_stopped", harness.read(&after));
    let again = alice.types("/nudge now").await?.said();
    assert!(!harness.read(&again).contains("@bob"));
    harness.finish().await
}

#[tokio::test]
async fn nudge_now_shows_the_weeks_nudge_until_all_of_it_is_answered() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    for line in [
        "/met @bob person2: @carol person3: @dan when: 2026-10-01",
        "/met @olga when: 2026-10-05",
    ] {
        alice.types(line).await?;
    }
    alice.types("/nudge on").await?;
    harness.time_is("2026-11-30T09:00:00Z").await;
    let dm = alice.in_dms().next_dm().await?;
    let named = harness.read(&dm);
    let shown = alice.types("/nudge now").await?.said();
    assert!(shown.ephemeral);
    assert_eq!(harness.read(&shown), named);
    alice.press(&shown, "Not now").await?;
    alice.types("/met @carol when: today").await?;
    let still = harness.read(&alice.types("/nudge now").await?.said());
    let named = |text: &str| ["@bob", "@carol", "@dan", "@olga"].map(|who| text.contains(who));
    assert_eq!(named(&still), [false, false, true, false], "{still}");
    let card = alice.types("/person who: @dan").await?.said();
    alice.press(&card, "Stop nudges about them").await?;
    let next = harness.read(&alice.types("/nudge now").await?.said());
    assert_eq!(named(&next), [false, false, false, true], "{next}");
    let done = alice.in_dms().press(&dm, "Not now").await?.said();
    insta::assert_snapshot!("now_after_all", harness.read(&done));
    harness.finish().await
}

#[tokio::test]
async fn the_schedule_is_confirmed_and_nonsense_is_refused() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/nudge on").await?;
    let mut said = Vec::new();
    for line in [
        "/nudge when",
        "/nudge when time: 5 pm day: Friday",
        "/nudge when time: 9.30 zone: europe/berlin",
        "/nudge when time: 25:00",
        "/nudge when time: noonish",
        "/nudge when time: 12345678901234567890",
        "/nudge when zone: Mars/Olympus",
        "/nudge when zone: **@everyone**",
        "/nudge off",
        "/nudge off",
        "/nudge when time: 9",
    ] {
        let answer = alice.types(line).await?.said();
        assert!(answer.ephemeral);
        said.push(format!("> {line}\n{}", harness.read(&answer)));
    }
    insta::assert_snapshot!(said.join("\n"));
    let zones = alice.autocomplete("/nudge when zone: berl").await?;
    assert_eq!(zones[0].name, "Europe/Berlin");
    harness.finish().await
}

#[tokio::test]
async fn an_unsent_nudge_is_not_sent_after_a_no() -> Tested {
    let mut harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    alice.types("/nudge on").await?;
    harness.stop().await;
    // As if Discord had been down on Monday: claimed, with another try in an hour.
    harness.claim_nudges_of_week_49().await;
    harness.time_is("2026-11-30T09:30:00Z").await;
    harness.begin().await;
    alice.types("/nudge off").await?;
    harness.time_is("2026-11-30T12:00:00Z").await;
    assert!(alice.dms().is_empty(), "sent after a no");
    harness.finish().await
}
