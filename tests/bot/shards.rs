//! Several shards: each is connected, lost and replaced by itself.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::TimeDelta;
use rehearsal::{ChannelKind, World};

use crate::harness::{Harness, Said as _, Setup, Tested, stored};
use crate::steps::{NEXT_MONDAY, press};

/// How many shards there are in most tests. Lighthouse and Quay are on different ones.
const SHARDS: u64 = 2;

/// Discord asks for so many shards, and lets all begin at once.
fn sharded(count: u64) -> Setup {
    Setup::new().world(move |world| ask_for(world, count))
}

/// Adds Quay too: Alice owns it, and Dan is in it.
fn ask_for(world: &mut World, count: u64) {
    world.turn_millisecond();
    let [alice, dan] = ["alice", "dan"].map(|name| world.user_named(name).unwrap().id);
    let quay = world.add_guild("Quay", alice);
    world.add_channel(quay, "quay");
    world.join(quay, dan);
    world.sharding.recommended = Some(count);
    world.sharding.max_concurrency = count;
}

/// Waits until all shards are connected.
async fn connected(harness: &Harness, count: u64) -> Tested {
    let all: BTreeSet<_> = (0..count).collect();
    let is_so = |world: &World| world.shards_connected() == all;
    harness.rehearsal.until(is_so).await?;
    Ok(())
}

async fn start() -> Harness {
    let harness = sharded(SHARDS).hurried(10).start().await;
    connected(&harness, SHARDS).await.unwrap();
    harness
}

/// The shard of the server with this channel.
fn shard_of(harness: &Harness, channel: &str) -> u64 {
    let person = harness.person_in("alice", channel);
    person.guild().unwrap().shard(SHARDS)
}

/// How many sessions each shard began.
fn begun(world: &World) -> Vec<usize> {
    let count = |id| {
        let of_shard = world.identifies().iter().filter(|it| it.shard.0 == id);
        of_shard.count()
    };
    (0..SHARDS).map(count).collect()
}

/// What [`begun`] is after another session of one shard.
fn begun_again(again: u64) -> Vec<usize> {
    (0..SHARDS).map(|id| 1 + usize::from(id == again)).collect()
}

#[tokio::test]
async fn each_shard_answers_for_its_servers() -> Tested {
    let harness = start().await;
    assert_ne!(shard_of(&harness, "general"), shard_of(&harness, "quay"));
    for channel in ["general", "quay"] {
        harness.person_in("alice", channel).types("/help").await?;
    }
    let shards: BTreeSet<_> = harness.rehearsal.look(|world| {
        let identifies = world.identifies().iter();
        identifies.map(|it| it.shard).collect()
    });
    assert_eq!(shards, BTreeSet::from([(0, SHARDS), (1, SHARDS)]));
    harness.finish().await
}

#[tokio::test]
async fn a_lost_session_of_one_shard_is_replaced_alone() -> Tested {
    let harness = start().await;
    let lost = shard_of(&harness, "general");
    let losses: [fn(&rehearsal::Shard<'_>); 2] = [
        |shard| shard.close(4009),
        |shard| shard.invalidate_session(),
    ];
    for (count, lose) in (2..).zip(losses) {
        lose(&harness.rehearsal.shard(lost));
        harness.person_in("alice", "quay").types("/help").await?;
        let replaced =
            |world: &World| begun(world)[usize::try_from(lost).unwrap_or_default()] == count;
        harness.rehearsal.until(replaced).await?;
        harness.person("alice").types("/help").await?;
    }
    assert_eq!(harness.rehearsal.look(begun).iter().sum::<usize>(), 4);
    harness.finish().await
}

#[tokio::test]
async fn a_broken_connection_of_one_shard_is_resumed_alone() -> Tested {
    let harness = start().await;
    harness.rehearsal.shard(1).break_off();
    let resumed = |world: &World| world.times_resumed() == 1;
    harness.rehearsal.until(resumed).await?;
    for channel in ["general", "quay"] {
        harness.person_in("alice", channel).types("/help").await?;
    }
    let counted = harness
        .rehearsal
        .look(|world| (world.times_resumed(), world.times_identified()));
    assert_eq!(counted, (1, SHARDS));
    harness.finish().await
}

#[tokio::test]
async fn a_shard_without_ready_holds_no_other_and_is_replaced_in_the_end() -> Tested {
    let harness = Setup::new()
        .hurried(20)
        .world(|world| {
            ask_for(world, SHARDS);
            world.gateway.silent_shards.insert(1);
        })
        .start()
        .await;
    connected(&harness, SHARDS).await?;
    let heard = if shard_of(&harness, "general") == 0 {
        ["general", "quay"]
    } else {
        ["quay", "general"]
    };
    harness.person_in("alice", heard[0]).types("/help").await?;
    harness.rehearsal.heal();
    let replaced = |world: &World| begun(world) == begun_again(1);
    harness.rehearsal.until(replaced).await?;
    harness.person_in("alice", heard[1]).types("/help").await?;
    harness.finish().await
}

#[tokio::test]
async fn a_server_that_left_while_its_shard_was_away_is_noticed_and_no_other() -> Tested {
    let harness = start().await;
    for (channel, other) in [("general", "@bob"), ("quay", "@dan")] {
        let alice = harness.person_in("alice", channel);
        alice.types(&format!("/met {other}")).await?;
    }
    let (away, guild) = (
        shard_of(&harness, "general"),
        harness.person("alice").guild().unwrap(),
    );
    harness.rehearsal.shard(away).close(4009);
    let is_away = |world: &World| !world.shards_connected().contains(&away);
    harness.rehearsal.until(is_away).await?;
    harness.rehearsal.change(|world| {
        let bot = world.bot();
        world.leave(guild, bot);
    });
    harness.until(stored::TEAMS_REMOVED, 1).await;
    let quay = harness.person_in("alice", "quay");
    let answer = quay.types("/people show: all").await?.said();
    assert!(harness.read(&answer).contains("Dan"));
    assert_eq!(harness.number(stored::TEAMS_REMOVED).await, 1);
    harness.finish().await
}

#[tokio::test]
async fn a_button_in_a_direct_message_works_for_servers_of_every_shard() -> Tested {
    let harness = start().await;
    for (channel, other) in [("general", "@bob"), ("quay", "@dan")] {
        let alice = harness.person_in("alice", channel);
        let line = format!("/met {other} when: 2026-10-01");
        alice.types(&line).await?;
        alice.types("/nudge on").await?;
    }
    harness.time_is(NEXT_MONDAY).await;
    let alice = harness.person("alice").in_dms();
    let nudges = alice.dms();
    assert_eq!(nudges.len(), 2);
    for nudge in nudges {
        let changed = press(&alice, &nudge, "We talked").await;
        assert!(changed.text().contains("talked"), "{}", changed.text());
    }
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 4);
    harness.finish().await
}

#[tokio::test]
async fn members_are_looked_up_over_the_shard_of_their_server() -> Tested {
    let harness = start().await;
    for (channel, other) in [("general", "@bob"), ("quay", "@dan")] {
        let alice = harness.person_in("alice", channel);
        let line = format!("/met {other} when: 2026-10-01");
        alice.types(&line).await?;
        alice.types("/nudge now").await?;
    }
    let asked = harness.rehearsal.requests();
    let members = asked.iter().filter(|it| it.path.contains("/members/"));
    assert_eq!(members.count(), 0, "asked by requests");
    harness.finish().await
}

#[tokio::test]
async fn a_talk_in_voice_goes_on_while_another_shard_is_away() -> Tested {
    let harness = Setup::new()
        .world(|world| {
            ask_for(world, SHARDS);
            let guilds: Vec<_> = world.guilds().map(|guild| guild.id).collect();
            for guild in guilds {
                world.add_channel_for(guild, "lounge", ChannelKind::Voice);
            }
        })
        .hurried(10)
        .start()
        .await;
    connected(&harness, SHARDS).await?;
    for name in ["alice", "bob"] {
        let person = harness.person(name);
        let panel = person.types("/settings").await?.said();
        press(&person, &panel, "Count voice talks").await;
        person.join_voice("lounge")?;
    }
    harness.person("dan").types("/help").await?;
    harness.clock.settled().await;
    harness.time_passes(TimeDelta::minutes(5)).await;
    let other = shard_of(&harness, "quay");
    harness.rehearsal.change(|world| {
        world.gateway.silent_shards.insert(other);
    });
    harness.rehearsal.shard(other).close(4009);
    let lost = |world: &World| begun(world) == begun_again(other);
    harness.rehearsal.until(lost).await?;
    harness.time_passes(TimeDelta::minutes(5)).await;
    assert_eq!(harness.number(stored::MINUTES_IN_VOICE).await, 10);
    harness.rehearsal.heal();
    harness.finish().await
}

#[tokio::test]
async fn shards_of_one_bucket_wait_for_each_other() -> Tested {
    let harness = Setup::new()
        .world(|world| {
            ask_for(world, SHARDS);
            world.sharding.max_concurrency = 1;
            world.sharding.identify_every = Some(Duration::from_secs(5));
        })
        .start()
        .await;
    connected(&harness, SHARDS).await?;
    let shards = harness.rehearsal.look(|world| {
        let identifies = world.identifies().iter();
        identifies.map(|it| it.shard.0).collect::<BTreeSet<_>>()
    });
    assert_eq!(shards, BTreeSet::from([0, 1]));
    let too_soon = harness.rehearsal.look(World::times_identified_too_soon);
    assert_eq!(too_soon, 0);
    harness.finish().await
}

/// serenity keeps a thread busy for each of them, and there are fewer threads than shards.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_shards_are_back_after_closes_without_a_code() -> Tested {
    const MANY: u64 = 4;
    let harness = sharded(MANY).start().await;
    connected(&harness, MANY).await?;
    let before = harness.rehearsal.look(World::times_connected);
    harness.rehearsal.close_gateway_silently();
    let back = |world: &World| world.times_connected() >= before + MANY;
    harness.rehearsal.until(back).await?;
    connected(&harness, MANY).await?;
    harness.person("alice").types("/help").await?;
    harness.finish().await
}
