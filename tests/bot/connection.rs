//! Every way to lose the connection: the bot reconnects by itself.

use std::time::Duration;

use rehearsal::{Fault, Rehearsal, Trouble, World};
use tokio::time::Instant;

use crate::harness::{Harness, Said as _, Setup, Tested, stored};

/// A way to lose the connection, with its name.
type Break = (&'static str, fn(&Rehearsal));

#[tokio::test]
async fn commands_during_a_lost_connection_are_answered_after_it() -> Tested {
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
        assert!(harness.read(&logged.said()).contains("you talked with Bob"));
        let encounters = harness.number(stored::ENCOUNTERS).await;
        assert_eq!(encounters, count, "{what}");
        harness.time_passes(chrono::TimeDelta::minutes(11)).await;
    }
    harness.finish().await
}

#[tokio::test]
async fn a_lost_session_is_replaced_by_a_new_one() -> Tested {
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
        let identified_again =
            |world: &World| world.times_identified() > before && world.bot_is_connected();
        let back = harness.rehearsal.until(identified_again).await;
        back.unwrap_or_else(|_| panic!("{what}: it did not come back"));
        let answer = alice.types("/help").await;
        answer.unwrap_or_else(|error| panic!("{what}: {error}"));
    }
    harness.finish().await
}

/// How long it takes after a break until the bot is connected again and answers.
async fn until_answered(harness: &Harness, patience: Duration, break_it: Break) -> Duration {
    let alice = harness.person("alice").patient(Duration::from_secs(2));
    let before = harness.rehearsal.look(World::times_connected);
    let asked = Instant::now();
    break_it.1(&harness.rehearsal);
    let connected = |world: &World| world.times_connected() > before && world.bot_is_connected();
    let answered = async {
        loop {
            harness.rehearsal.until(connected).await.unwrap();
            // An event of a session that was just replaced is lost: a person tries again.
            if alice.types("/help").await.is_ok() {
                break;
            }
        }
    };
    let in_time = tokio::time::timeout(patience, answered).await;
    assert!(in_time.is_ok(), "{}: no answer", break_it.0);
    asked.elapsed()
}

/// How long the bot may take to reconnect after a close that was not its fault.
const SOON: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn the_bot_reconnects_after_every_close_code() -> Tested {
    let harness = Harness::start().await;
    // The codes after which Discord's reference says to reconnect, and the plain ones of WebSocket.
    let codes: [Break; 11] = [
        ("1000", |discord| discord.close_gateway(1000)),
        ("1001", |discord| discord.close_gateway(1001)),
        ("1011", |discord| discord.close_gateway(1011)),
        ("4000", |discord| discord.close_gateway(4000)),
        ("4001", |discord| discord.close_gateway(4001)),
        ("4002", |discord| discord.close_gateway(4002)),
        ("4003", |discord| discord.close_gateway(4003)),
        ("4005", |discord| discord.close_gateway(4005)),
        ("4007", |discord| discord.close_gateway(4007)),
        ("4008", |discord| discord.close_gateway(4008)),
        ("4009", |discord| discord.close_gateway(4009)),
    ];
    for code in codes {
        let waited = until_answered(&harness, SOON, code).await;
        println!("{}: {waited:?}", code.0);
    }
    harness.finish().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn the_bot_reconnects_after_a_close_without_a_code() -> Tested {
    let harness = Harness::start().await;
    let silently: Break = ("no code", Rehearsal::close_gateway_silently);
    let waited = until_answered(&harness, SOON, silently).await;
    println!("no code: {waited:?}");
    harness.finish().await
}

#[tokio::test]
async fn the_bot_leaves_a_gateway_without_heartbeat_acks() -> Tested {
    let harness = Setup::new()
        .world(|world| world.heartbeat_interval = Duration::from_millis(500))
        .start()
        .await;
    let deaf: Break = ("no acks", |discord| {
        discord.change(|world| world.gateway.without_acks = true);
    });
    until_answered(&harness, SOON, deaf).await;
    harness.rehearsal.heal();
    harness.finish().await
}

#[tokio::test]
async fn an_empty_ready_does_not_count() -> Tested {
    // A new session begins after a minute; the test runs ten times as fast.
    let harness = Setup::new().hurried(10).start().await;
    let alice = harness.person("alice");
    let (identified, resumed) = harness
        .rehearsal
        .look(|world| (world.times_identified(), world.times_resumed()));
    let begun = Instant::now();
    harness
        .rehearsal
        .change(|world| world.gateway.bad_readies = 2);
    harness.rehearsal.invalidate_session();
    // Two sessions had an empty READY and one a full one: only that one can be resumed and gets
    // events.
    let identified_again = |world: &World| world.times_identified() == identified + 3;
    harness.rehearsal.until(identified_again).await?;
    println!("two bad READYs: {:?}", begun.elapsed());
    alice.types("/help").await?;
    harness.rehearsal.interrupt_session();
    let goes_on = |world: &World| world.times_resumed() > resumed;
    harness.rehearsal.until(goes_on).await?;
    alice.types("/help").await?;
    let sessions = harness.rehearsal.look(World::times_identified) - identified;
    assert_eq!(sessions, 3);
    harness.finish().await
}

/// By how much all waits are shortened while the gateway is gone for ten minutes.
const HASTE: u32 = 60;

/// How often the bot asks for the gateway's address in ten minutes without an answer.
const ASKED: usize = 10;

/// How long the bot may take to reconnect then: serenity tries every 5 s, which can't be changed.
const THEN: Duration = Duration::from_secs(8);

fn asked(world: &World) -> usize {
    let asked = world.requests();
    asked.filter(|it| it.path.ends_with("/gateway/bot")).count()
}

#[tokio::test]
async fn the_bot_is_back_after_ten_minutes_without_a_gateway() -> Tested {
    // Nothing listens at its address; its name does not resolve; it refuses connections.
    let ways: [Break; 3] = [
        ("refused", Rehearsal::vanish_gateway),
        ("unknown", |discord| {
            let unknown = Some("ws://gateway.invalid".to_owned());
            discord.change(|world| world.gateway.address = unknown);
            discord.vanish_gateway();
        }),
        ("closed", |discord| {
            discord.change(|world| world.gateway.closed = true);
            discord.break_gateway();
        }),
    ];
    for (way, lose) in ways {
        let harness = Setup::new().hurried(HASTE).start().await;
        let alice = harness.person("alice");
        alice.types("/met @bob").await?;
        let identified = harness.rehearsal.look(World::times_identified);
        let before = harness.rehearsal.look(asked);
        lose(&harness.rehearsal);
        let over = |world: &World| asked(world) >= before + ASKED;
        harness.rehearsal.until(over).await?;
        assert!(!harness.rehearsal.look(World::bot_is_connected));
        let back: Break = ("the gateway is back", Rehearsal::heal);
        let waited = until_answered(&harness, THEN, back).await;
        println!("{way}: back after {waited:?}");
        let sessions = harness.rehearsal.look(World::times_identified) - identified;
        assert_eq!(sessions, 1, "{way}: sessions begun");
        harness.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_bot_is_back_after_an_outage_of_all_of_discord() -> Tested {
    let mut harness = Setup::new().hurried(HASTE).start().await;
    let alice = harness.person("alice");
    alice.types("/met @bob when: 2026-10-01").await?;
    alice.types("/nudge on").await?;
    harness.rehearsal.vanish();
    let gone = |world: &World| !world.bot_is_connected();
    harness.rehearsal.until(gone).await?;
    // A nudge becomes due meanwhile: it can't be sent, and must not be lost.
    harness.time_is("2026-11-30T09:10:00Z").await;
    assert!(alice.dms().is_empty());
    let back: Break = ("Discord is back", Rehearsal::heal);
    let waited = until_answered(&harness, THEN, back).await;
    println!("back after {waited:?}");
    harness.time_is("2026-11-30T10:00:00Z").await;
    assert_eq!(alice.dms().len(), 1);
    harness.restart().await;
    harness.finish().await
}

#[tokio::test]
async fn the_gateway_address_is_asked_only_of_the_configured_discord() -> Tested {
    let harness = Setup::new().hurried(HASTE).start().await;
    // serenity asks for the gateway's address by itself; unconfigured, it would ask the real
    // Discord.
    let nowhere = Trouble::with("GET", "/gateway", Fault::Status(503));
    harness.rehearsal.trouble(nowhere);
    let new_session: Break = ("new session", |discord| {
        discord.change(|world| world.gateway.bad_readies = 1);
        discord.invalidate_session();
    });
    let waited = until_answered(&harness, SOON, new_session).await;
    println!("new session after {waited:?}");
    harness.finish().await
}

#[tokio::test]
async fn the_bot_waits_for_an_outage_at_its_start_to_end() -> Tested {
    let mut harness = Setup::new().hurried(HASTE).start().await;
    harness.stop().await;
    for (method, path) in [("GET", "/gateway"), ("PUT", "/applications/*/commands")] {
        let fails = Trouble::with(method, path, Fault::Status(503)).times(2);
        harness.rehearsal.trouble(fails);
    }
    harness.begin().await;
    harness.person("alice").types("/help").await?;
    harness.finish().await
}
