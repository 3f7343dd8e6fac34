//! *Remind me…*: one direct message about one person, at a time that a member chose in a nudge.

use chrono::TimeDelta;
use rehearsal::{Fault, Person, Seen, Trouble};

use crate::contacts::add;
use crate::harness::{Harness, Said as _, Tested, Transcript, stored};
use crate::steps::{NEXT_MONDAY, exported, forget, joined, leave, press};

const REMIND: &str = "Remind me…";

/// What the bot sent: the answers to presses stand in the same channel.
fn dms(person: &Person) -> Vec<Seen> {
    let mut dms = person.dms();
    dms.retain(|seen| !seen.ephemeral);
    dms
}

/// Alice got the nudge about Bob.
async fn nudged() -> (Harness, Person, Seen) {
    let harness = joined().await;
    let alice = harness.person("alice");
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await.unwrap();
    (harness, alice, nudge)
}

/// Alice chooses to be reminded of Bob at 12:00.
async fn chosen() -> (Harness, Person, Seen) {
    let (harness, alice, nudge) = nudged().await;
    let offer = press(&alice, &nudge, REMIND).await;
    press(&alice, &offer, "Today, 12:00").await;
    (harness, alice, nudge)
}

/// Nobody is reminded at noon, nor later.
async fn is_called_off(harness: &Harness, alice: &Person) {
    let before = dms(alice).len();
    harness.time_is("2026-11-30T12:00:00Z").await;
    harness.time_is("2026-12-01T12:00:00Z").await;
    assert_eq!(dms(alice).len(), before, "a reminder came");
    assert_eq!(harness.number(stored::REMINDERS_WAITING).await, 0);
}

#[tokio::test]
async fn a_reminder_comes_once_at_the_chosen_time() -> Tested {
    let (harness, alice, nudge) = nudged().await;
    let mut read = Transcript::of(&harness);
    let offer = press(&alice, &nudge, REMIND).await;
    assert!(offer.ephemeral);
    read.keep(&offer);
    read.keep(&press(&alice, &offer, "Today, 12:00").await);
    read.keep(&alice.sees_change(&nudge).await?);
    assert_eq!(harness.number(stored::NUDGES_ACTED_ON).await, 1);
    harness.time_is("2026-11-30T11:59:00Z").await;
    assert_eq!(dms(&alice).len(), 1);
    harness.time_is("2026-11-30T12:00:00Z").await;
    let reminder = dms(&alice).pop().unwrap();
    read.keep(&reminder);
    harness.time_passes(TimeDelta::days(2)).await;
    assert_eq!(dms(&alice).len(), 2);
    read.keep(&press(&alice, &reminder, "We talked").await);
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 2);
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn a_time_of_ones_own_is_read_on_the_members_clock() -> Tested {
    let (harness, alice, nudge) = nudged().await;
    alice.types("/nudge when zone: Europe/Berlin").await?;
    let offer = press(&alice, &nudge, REMIND).await;
    let form = alice.press(&offer, "Another time…").await?.modal().unwrap();
    let mut read = Transcript::of(&harness);
    read.keep_form(&form);
    for typed in ["yesterday", "quokka", "in 9 weeks"] {
        let refused = alice.submit(&form, &[("When?", typed)]).await?.said();
        read.keep(&refused);
    }
    let kept = alice.submit(&form, &[("When?", "friday 15:00")]).await?;
    read.keep(&kept.said());
    insta::assert_snapshot!(read.text());
    harness.time_is("2026-12-04T14:00:00Z").await;
    let read = harness.read(&dms(&alice).pop().unwrap());
    assert!(read.contains("You asked me to remind you"), "{read}");
    assert!(read.contains("quokka"), "her note: {read}");
    harness.finish().await
}

#[tokio::test]
async fn a_server_that_removed_rapport_sends_no_reminder() -> Tested {
    let (mut harness, alice, _) = chosen().await;
    harness.expect_refusal(10004);
    let guild = alice.guild().unwrap();
    harness
        .rehearsal
        .change(|world| world.leave(guild, world.bot()));
    harness.until(stored::TEAMS_REMOVED, 1).await;
    is_called_off(&harness, &alice).await;
    harness.finish().await
}

#[tokio::test]
async fn choosing_again_moves_a_reminder() -> Tested {
    let (harness, alice, nudge) = chosen().await;
    let old = press(&alice, &nudge, REMIND).await;
    let again = press(&alice, &nudge, REMIND).await;
    assert!(again.text().contains("another time moves that"));
    press(&alice, &again, "Tomorrow, 09:00").await;
    assert_eq!(harness.number(stored::REMINDERS_WAITING).await, 1);
    harness.time_is("2026-11-30T20:00:00Z").await;
    assert_eq!(dms(&alice).len(), 1);
    harness.time_is("2026-12-01T09:00:00Z").await;
    assert_eq!(dms(&alice).len(), 2);
    // The time that is on an old offer has passed, so others are offered.
    let late = press(&alice, &old, "Tomorrow, 09:00").await;
    assert!(late.text().starts_with("That time has passed."));
    press(&alice, &late, "Thursday, 10:00").await;
    harness.finish().await
}

#[tokio::test]
async fn a_talk_calls_a_reminder_off() -> Tested {
    let (harness, alice, _) = chosen().await;
    harness.person("bob").types("/met @alice").await?;
    is_called_off(&harness, &alice).await;
    harness.finish().await
}

#[tokio::test]
async fn a_pause_or_nudges_off_call_a_reminder_off() -> Tested {
    for line in ["/nudge off", "/nudge pause length: 2 weeks"] {
        let (harness, alice, nudge) = chosen().await;
        alice.types(line).await?;
        let refused = press(&alice, &nudge, REMIND).await;
        assert!(refused.text().starts_with("I can't remind you"), "{line}");
        is_called_off(&harness, &alice).await;
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_pause_that_ended_before_calls_no_reminder_off() -> Tested {
    let (harness, alice, _) = chosen().await;
    alice.types("/nudge pause length: 2 weeks").await?;
    alice.types("/nudge resume").await?;
    harness.time_is("2026-11-30T12:00:00Z").await;
    assert_eq!(
        dms(&alice).len(),
        2,
        "the time was chosen, and nothing is paused"
    );
    harness.finish().await
}

#[tokio::test]
async fn a_reminder_about_someone_stopped_or_kept_apart_is_called_off() -> Tested {
    for button in ["Stop", "Keep us apart"] {
        let (harness, alice, _) = chosen().await;
        let card = alice.types("/person who: @bob").await?.said();
        let of_card = card.buttons().find(|it| it.label.starts_with(button));
        let label = of_card.unwrap().label.clone();
        press(&alice, &card, &label).await;
        is_called_off(&harness, &alice).await;
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_reminder_about_someone_untracked_or_gone_is_called_off() -> Tested {
    let (harness, alice, _) = chosen().await;
    let bob = harness.person("bob");
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    is_called_off(&harness, &alice).await;
    harness.finish().await?;
    let (harness, alice, _) = chosen().await;
    leave(&harness, "bob");
    harness.time_passes(TimeDelta::hours(2)).await;
    is_called_off(&harness, &alice).await;
    harness.finish().await
}

#[tokio::test]
async fn a_reminder_about_a_removed_contact_goes_with_them() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice.types("/nudge on").await?;
    add(&alice, "name: Grace circle: Close (every week)").await;
    harness.time_is("2026-12-07T09:00:00Z").await;
    let nudge = alice.next_dm().await?;
    let offer = press(&alice, &nudge, REMIND).await;
    press(&alice, &offer, "Today, 12:00").await;
    let asked = alice.types("/contact remove name: Grace").await?.said();
    press(&alice, &asked, "Yes, remove").await;
    assert_eq!(harness.number(stored::REMINDERS).await, 0);
    harness.time_is("2026-12-08T12:00:00Z").await;
    assert_eq!(dms(&alice).len(), 1);
    let refused = press(&alice, &nudge, REMIND).await.text();
    assert!(!refused.contains("Grace"), "{refused}");
    harness.finish().await
}

#[tokio::test]
async fn a_reminder_that_falls_into_an_absence_is_not_made_up_for() -> Tested {
    for away in ["alice", "bob"] {
        let (harness, alice, _) = chosen().await;
        let away = harness.person(away);
        away.types("/away until day: 2026-12-03").await?;
        is_called_off(&harness, &alice).await;
        harness.time_is("2026-12-04T12:00:00Z").await;
        assert_eq!(dms(&alice).len(), 1);
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_reminder_comes_if_its_member_is_back_in_time() -> Tested {
    let (harness, alice, _) = chosen().await;
    alice.types("/away until day: 2026-12-03").await?;
    alice.types("/away end").await?;
    harness.time_is("2026-11-30T12:00:00Z").await;
    assert_eq!(dms(&alice).len(), 2);
    harness.finish().await
}

/// Alice chose the time herself: she would notice if Bob's wish called it off.
#[tokio::test]
async fn a_reminder_comes_though_the_other_keeps_the_two_apart() -> Tested {
    let (harness, alice, nudge) = chosen().await;
    let bob = harness.person("bob");
    let card = bob.types("/person who: @alice").await?.said();
    press(&bob, &card, "Keep us apart").await;
    let offer = press(&alice, &nudge, REMIND).await;
    assert!(offer.text().contains("another time moves that"));
    harness.time_is("2026-11-30T12:00:00Z").await;
    let reminder = harness.read(&dms(&alice).pop().unwrap());
    assert!(
        reminder.contains("You asked me to remind you"),
        "{reminder}"
    );
    harness.finish().await
}

#[tokio::test]
async fn forget_me_deletes_the_reminders_of_both_sides() -> Tested {
    for name in ["alice", "bob"] {
        let (harness, alice, _) = chosen().await;
        let panel = alice.types("/privacy").await?.said();
        assert!(harness.read(&panel).contains("one reminder you asked for"));
        let export = exported(&alice, &panel).await;
        assert!(export.contains(r#""reminders":[{"#), "{export}");
        forget(&harness.person(name)).await?;
        harness.until(stored::REMINDERS, 0).await;
        harness.time_is("2026-11-30T12:00:00Z").await;
        assert_eq!(dms(&alice).len(), 1);
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_talk_calls_a_reminder_off_that_failed_once() -> Tested {
    let (harness, alice, _) = chosen().await;
    let fails = Trouble::with("POST", "/channels/*/messages", Fault::Status(500)).times(1);
    harness.rehearsal.trouble(fails);
    harness.time_is("2026-11-30T12:00:00Z").await;
    assert_eq!(harness.number(stored::REMINDERS_WAITING).await, 1);
    alice.types("/met @bob").await?;
    harness.time_is("2026-11-30T14:00:00Z").await;
    assert_eq!(dms(&alice).len(), 1, "a reminder came");
    assert_eq!(harness.number(stored::REMINDERS_WAITING).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_reminder_that_discord_does_not_take_comes_later_or_not_at_all() -> Tested {
    let (mut harness, alice, _) = chosen().await;
    let fails = Trouble::with("POST", "/channels/*/messages", Fault::Status(500)).times(2);
    harness.rehearsal.trouble(fails);
    harness.time_is("2026-11-30T12:10:00Z").await;
    assert_eq!(dms(&alice).len(), 2, "it came once, a little late");
    harness.finish().await?;
    // A day later it would be late for whatever it was about.
    let (late, alice, _) = chosen().await;
    harness = late;
    harness.stop().await;
    harness.time_is("2026-12-01T12:00:00Z").await;
    harness.begin().await;
    harness.clock.settled().await;
    assert_eq!(dms(&alice).len(), 1);
    assert_eq!(harness.number(stored::REMINDERS_WAITING).await, 0);
    harness.finish().await
}
