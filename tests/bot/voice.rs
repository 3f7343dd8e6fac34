//! Talks in voice channels.

use chrono::TimeDelta;
use rehearsal::{ChannelKind, Person, World};

use crate::harness::{Harness, Said as _, Setup, Tested, join_lighthouse, stored};
use crate::steps::{card, forget};

fn lounge(world: &mut World) {
    let lighthouse = world.guilds().next().unwrap().id;
    world.add_channel_for(lighthouse, "lounge", ChannelKind::Voice);
}

async fn start() -> Harness {
    Setup::new().world(lounge).start().await
}

async fn switch(person: &Person, label: &str) -> Tested {
    let panel = person.types("/settings").await?.said();
    person.press(&panel, label).await?.said();
    Ok(())
}

async fn want_voice(harness: &Harness, names: &[&str]) -> Tested {
    for name in names {
        switch(&harness.person(name), "Count voice talks").await?;
    }
    Ok(())
}

/// They join the lounge, and the bot has heard of it.
async fn join(harness: &Harness, names: &[&str]) -> Tested {
    for name in names {
        harness.person(name).join_voice("lounge")?;
    }
    heard(harness).await
}

/// The bot has answered something that came after all that happened so far.
async fn heard(harness: &Harness) -> Tested {
    harness.person("dan").types("/help").await?.said();
    harness.clock.settled().await;
    Ok(())
}

async fn minutes(harness: &Harness, minutes: i64) {
    harness.time_passes(TimeDelta::minutes(minutes)).await;
}

#[tokio::test]
async fn two_who_want_it_talk_by_being_together_in_voice() -> Tested {
    let harness = start().await;
    want_voice(&harness, &["alice", "bob"]).await?;
    join(&harness, &["alice", "bob"]).await?;
    minutes(&harness, 9).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    minutes(&harness, 1).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    minutes(&harness, 15).await;
    let bob = harness.person("bob");
    bob.leave_voice();
    heard(&harness).await?;
    minutes(&harness, 2).await;
    let alice = harness.person("alice");
    insta::assert_snapshot!("card", harness.read(&card(&alice, "bob").await?));
    insta::assert_snapshot!("other_side", harness.read(&card(&bob, "alice").await?));
    let people = alice.types("/people").await?.said();
    assert!(harness.read(&people).contains("Bob"));
    harness.finish().await
}

#[tokio::test]
async fn a_day_with_the_same_person_is_one_encounter() -> Tested {
    let harness = start().await;
    want_voice(&harness, &["alice", "bob"]).await?;
    for _ in 0..2 {
        join(&harness, &["alice", "bob"]).await?;
        minutes(&harness, 12).await;
        harness.person("bob").leave_voice();
        heard(&harness).await?;
        minutes(&harness, 30).await;
    }
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    assert_eq!(harness.number(stored::MINUTES_IN_VOICE).await, 24);
    minutes(&harness, 24 * 60).await;
    join(&harness, &["bob"]).await?;
    minutes(&harness, 12).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 2);
    harness.finish().await
}

#[tokio::test]
async fn a_pair_counts_only_if_both_want_it_and_from_then_on() -> Tested {
    let harness = start().await;
    want_voice(&harness, &["alice"]).await?;
    join(&harness, &["alice", "bob", "carol"]).await?;
    minutes(&harness, 30).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    want_voice(&harness, &["bob"]).await?;
    minutes(&harness, 9).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    minutes(&harness, 20).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    assert_eq!(harness.number(stored::PAIRS_IN_ENCOUNTERS).await, 1);
    let counted = harness.number(stored::MINUTES_IN_VOICE).await;
    assert!((10..30).contains(&counted), "{counted}");
    harness.finish().await
}

#[tokio::test]
async fn whoever_switched_it_off_or_is_not_tracked_does_not_count() -> Tested {
    let harness = start().await;
    want_voice(&harness, &["alice", "bob", "carol"]).await?;
    switch(&harness.person("bob"), "Don't count voice talks").await?;
    let carol = harness.person("carol");
    let panel = carol.types("/privacy").await?.said();
    carol.press(&panel, "Don't track me").await?.said();
    join(&harness, &["alice", "bob", "carol"]).await?;
    minutes(&harness, 30).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_server_can_switch_it_off_for_all() -> Tested {
    let harness = start().await;
    want_voice(&harness, &["alice", "bob"]).await?;
    let olga = harness.person("olga");
    let alice = harness.person("alice");
    let panel = olga.types("/setup").await?.said();
    olga.press(&panel, "Don't count voice talks").await?.said();
    let own = alice.types("/settings").await?.said();
    let read = harness.read(&own);
    assert!(read.contains("don't count on this server"), "{read}");
    join(&harness, &["alice", "bob"]).await?;
    minutes(&harness, 30).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn the_question_is_asked_once_beside_the_one_about_nudges() -> Tested {
    let harness = start().await;
    let alice = harness.person("alice");
    let met = alice.types("/met @bob").await?.said();
    let asked = alice.press(&met, "No thanks").await?.said();
    insta::assert_snapshot!("asked", harness.read(&asked));
    let answered = alice.press(&asked, "Count voice talks").await?.said();
    insta::assert_snapshot!("answered", harness.read(&answered));
    let bob = harness.person("bob");
    let met = bob.types("/met @alice").await?.said();
    let asked = bob.press(&met, "Yes").await?.said();
    let declined = bob.press(&asked, "No thanks").await?.said();
    assert!(harness.read(&declined).contains("don't count"));
    harness.finish().await
}

#[tokio::test]
async fn either_of_the_two_deletes_it_for_both_and_it_stays_away() -> Tested {
    let harness = start().await;
    want_voice(&harness, &["alice", "bob"]).await?;
    join(&harness, &["alice", "bob"]).await?;
    minutes(&harness, 10).await;
    let bob = harness.person("bob");
    let shown = card(&bob, "alice").await?;
    let talks = bob.press(&shown, "Talks and notes").await?.said();
    let label = "Mon 23 Nov 2026 · 10 minutes in voice";
    let talk = bob.choose(&talks, "Open a talk", &[label]).await?.said();
    insta::assert_snapshot!("opened", harness.read(&talk));
    let sure = bob.press(&talk, "Delete").await?.said();
    bob.press(&sure, "Yes, delete it").await?.said();
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    minutes(&harness, 30).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    harness.finish().await
}

#[tokio::test]
async fn a_restart_counts_from_what_discord_shows() -> Tested {
    let mut harness = start().await;
    want_voice(&harness, &["alice", "bob", "carol"]).await?;
    join(&harness, &["alice", "bob", "carol"]).await?;
    minutes(&harness, 8).await;
    harness.stop().await;
    harness.person("carol").leave_voice();
    harness.begin().await;
    heard(&harness).await?;
    minutes(&harness, 9).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    minutes(&harness, 1).await;
    assert_eq!(harness.number(stored::PAIRS_IN_ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_lost_session_goes_on_with_the_people_that_the_new_one_shows() -> Tested {
    let harness = start().await;
    want_voice(&harness, &["alice", "bob", "carol"]).await?;
    join(&harness, &["alice", "bob", "carol"]).await?;
    minutes(&harness, 6).await;
    harness.rehearsal.invalidate_session();
    harness.person("carol").leave_voice();
    let back = |world: &World| world.times_identified() == 2 && world.bot_is_connected();
    harness.rehearsal.until(back).await?;
    heard(&harness).await?;
    minutes(&harness, 4).await;
    assert_eq!(harness.number(stored::PAIRS_IN_ENCOUNTERS).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn six_people_do_not_count_until_one_of_them_leaves() -> Tested {
    let harness = Setup::new()
        .world(|world| {
            lounge(world);
            join_lighthouse(world, [("pia", "Pia"), ("quin", "Quin"), ("rosa", "Rosa")]);
        })
        .start()
        .await;
    let six = ["alice", "bob", "carol", "pia", "quin", "rosa"];
    want_voice(&harness, &six).await?;
    join(&harness, &six).await?;
    minutes(&harness, 30).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 0);
    harness.person("rosa").leave_voice();
    heard(&harness).await?;
    minutes(&harness, 10).await;
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 10);
    harness.finish().await
}

#[tokio::test]
async fn forget_me_leaves_the_talk_to_the_other_without_a_name() -> Tested {
    let harness = start().await;
    want_voice(&harness, &["alice", "bob"]).await?;
    join(&harness, &["alice", "bob"]).await?;
    minutes(&harness, 10).await;
    let bob = harness.person("bob");
    bob.leave_voice();
    forget(&bob).await?;
    harness.clock.settled().await;
    assert_eq!(harness.number(stored::PEOPLE_IN_ENCOUNTERS).await, 1);
    assert_eq!(harness.number(stored::VOICE_CHOICES).await, 1);
    let people = harness.person("alice").types("/people").await?.said();
    assert!(!harness.read(&people).contains("Bob"));
    harness.finish().await
}
