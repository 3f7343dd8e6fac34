//! The connection is lost in every way there is; the bot comes back by itself.

use rapport::rehearsal::{Rehearsal, World};

use crate::harness::{Harness, Said as _, Tested};

/// A way to lose a connection, and its name.
type Break = (&'static str, fn(&Rehearsal));

#[tokio::test]
async fn what_is_asked_during_a_break_is_answered_after_it() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let breaks: [Break; 4] = [
        ("asked to reconnect", Rehearsal::ask_to_reconnect),
        ("told to resume", Rehearsal::interrupt_session),
        ("cut", Rehearsal::break_gateway),
        ("closed with 4000", |discord| {
            discord.close_gateway(4000);
        }),
    ];
    for (count, (what, break_it)) in (1..).zip(breaks) {
        break_it(&harness.rehearsal);
        let logged = alice.types("/met @bob").await;
        let logged = logged.unwrap_or_else(|error| panic!("{what}: {error}"));
        assert!(
            harness
                .read(&logged.said())
                .contains("you talked with @bob")
        );
        let encounters = harness.number("SELECT count(*) FROM encounters").await;
        assert_eq!(encounters, count, "{what}");
        harness.time_passes(chrono::TimeDelta::minutes(11)).await;
    }
    harness.finish().await
}

#[tokio::test]
async fn a_session_that_is_gone_is_begun_anew() -> Tested {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    let breaks: [Break; 3] = [
        ("invalid session", Rehearsal::invalidate_session),
        ("4007, invalid sequence", |discord| {
            discord.close_gateway(4007);
        }),
        ("4009, timed out", |discord| {
            discord.close_gateway(4009);
        }),
    ];
    for (what, break_it) in breaks {
        let before = harness.rehearsal.look(World::times_identified);
        break_it(&harness.rehearsal);
        let anew = |world: &World| world.times_identified() > before && world.bot_is_connected();
        let back = harness.rehearsal.until(anew).await;
        back.unwrap_or_else(|_| panic!("{what}: it did not come back"));
        let answer = alice.types("/help").await;
        answer.unwrap_or_else(|error| panic!("{what}: {error}"));
    }
    harness.finish().await
}
