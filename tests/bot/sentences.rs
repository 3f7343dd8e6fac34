//! Rare sentences, all in one place, so that they sound like the others.

use chrono::TimeDelta;
use rehearsal::permissions::SEND_MESSAGES;

use crate::harness::{Harness, Said as _, Tested, Transcript, give};
use crate::steps::{CIRCLE, DAYS, NEXT_MONDAY, card, choose, joined, press};

#[tokio::test]
async fn features_that_are_off_say_so() -> Tested {
    let harness = Harness::start().await;
    let [olga, bob] = ["olga", "bob"].map(|name| harness.person(name));
    let mut read = Transcript::of(&harness);
    let mut panel = olga.types("/setup").await?.said();
    panel = press(&olga, &panel, "Turn kudos off").await;
    read.types(&bob, "/leaderboard").await;
    panel = press(&olga, &panel, "Turn leaderboards off").await;
    read.keep(&panel);
    for line in [
        "/kudos @olga message: tea",
        "/leaderboard",
        "/people show: due",
        "/people show: snoozed",
        "/people show: stopped",
    ] {
        read.types(&bob, line).await;
    }
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn untracked_members_read_so_everywhere() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let mut read = Transcript::of(&harness);
    bob.types("/nudge on").await?;
    let panel = bob.types("/privacy").await?.said();
    press(&bob, &panel, "Don't track me").await;
    for line in ["/settings", "/nudge on", "/nudge now", "/privacy"] {
        read.types(&bob, line).await;
    }
    let panel = alice.types("/privacy").await?.said();
    read.keep(&alice.press(&panel, "Export").await?.said());
    read.keep(&card(&alice, "bob").await?);
    read.types(&alice, "/people").await;
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn a_card_says_what_was_just_done() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    give(&bob, "/kudos @alice message: thanks").await;
    let mut read = Transcript::of(&harness);
    let mut shown = card(&alice, "bob").await?;
    read.keep(&shown);
    shown = choose(&alice, &shown, "Snooze", "1 week").await;
    let snoozed = "Snoozed until Mon 30 Nov";
    shown = choose(&alice, &shown, snoozed, "End the snooze").await;
    read.keep(&shown);
    for button in [
        "Stop nudges about them",
        "Resume nudges about them",
        "We talked",
    ] {
        shown = press(&alice, &shown, button).await;
        read.keep(&shown);
    }
    let form = alice.choose(&shown, CIRCLE, &["own"]).await?;
    let form = form.modal().unwrap();
    for days in ["731", "1"] {
        read.keep(&alice.submit(&form, &[(DAYS, days)]).await?.said());
    }
    read.types(&alice, "/nudge pause length: 3 months").await;
    read.types(&alice, "/nudge when day: Friday").await;
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn panels_describe_their_choices() -> Tested {
    let harness = joined().await;
    let [olga, alice] = ["olga", "alice"].map(|name| harness.person(name));
    let mut read = Transcript::of(&harness);
    let setup = read.types(&olga, "/setup").await;
    read.keep_choices(&setup);
    let settings = read.types(&alice, "/settings").await;
    read.keep_choices(&settings);
    let shown = card(&alice, "bob").await?;
    read.keep_choices(&choose(&alice, &shown, "Snooze", "1 week").await);
    read.types(&alice, "/nudge pause length: until I say so")
        .await;
    read.types(&alice, "/nudge when day: Friday").await;
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn kudos_before_and_since_the_last_talk_read_differently() -> Tested {
    let harness = joined().await;
    let [alice, bob] = ["alice", "bob"].map(|name| harness.person(name));
    let mut read = Transcript::of(&harness);
    give(&alice, "/kudos @bob message: thanks").await;
    read.types(&alice, "/privacy").await;
    read.types(&bob, "/privacy").await;
    give(&bob, "/kudos @carol message: tea").await;
    read.types(&bob, "/privacy").await;
    harness.time_passes(TimeDelta::hours(1)).await;
    alice.types("/met @bob").await?;
    let shown = read.types(&alice, "/person who: @bob").await;
    press(&alice, &shown, "Stop nudges about them").await;
    read.types(&alice, "/people show: stopped").await;
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_about_one_person_and_an_undelivered_nudge_read_well() -> Tested {
    let mut harness = joined().await;
    harness.expect_refusal(50007);
    let alice = harness.person("alice");
    harness.time_is(NEXT_MONDAY).await;
    let nudge = alice.next_dm().await?;
    let id = harness.id("alice");
    harness.rehearsal.change(|world| world.close_dms(id));
    harness.time_passes(TimeDelta::weeks(5)).await;
    let mut read = Transcript::of(&harness);
    read.keep(&nudge);
    read.types(&alice, "/people").await;
    insta::assert_snapshot!(read.text());
    harness.finish().await
}

#[tokio::test]
async fn forms_say_what_they_ask_and_refusals_what_works() -> Tested {
    let harness = Harness::start().await;
    let [alice, olga] = ["alice", "olga"].map(|name| harness.person(name));
    let mut read = Transcript::of(&harness);
    let logged = alice.types("/met @bob").await?.said();
    read.keep_form(&alice.press(&logged, "Add note").await?.modal().unwrap());
    read.keep(&press(&alice, &logged, "Undo").await);
    let panel = alice.types("/settings").await?.said();
    let form = alice.press(&panel, "Zone and time").await?.modal().unwrap();
    read.keep_form(&form);
    let panel = olga.types("/setup").await?.said();
    let button = "Zone and kudos a day";
    let form = olga.press(&panel, button).await?.modal().unwrap();
    read.keep_form(&form);
    let inputs: Vec<_> = form.inputs.iter().map(|it| it.label.clone()).collect();
    let none = [(inputs[1].as_str(), "0")];
    read.keep(&olga.submit(&form, &none).await?.said());
    let form = alice
        .user_menu("Give kudos", "@bob")
        .await?
        .modal()
        .unwrap();
    read.keep_form(&form);
    let channel = alice.channel();
    let deny = |world: &mut rehearsal::World| world.deny_bot(channel, SEND_MESSAGES);
    harness.rehearsal.change(deny);
    read.types(&alice, "/kudos @bob message: tea").await;
    insta::assert_snapshot!(read.text());
    harness.finish().await
}
