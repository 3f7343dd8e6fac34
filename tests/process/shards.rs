//! Several shards of the program: what it tells, and when it begins more.

use std::collections::BTreeSet;

use rehearsal::World;

use crate::monitoring::{LISTEN, Pages};
use crate::served::{Running, Served, TO_STOP};

/// A Discord that asks for so many shards. Alice's server and another are on different ones of two.
async fn asking_for(count: u64) -> Served {
    let served = Served::start().await;
    served.discord.change(|world| {
        world.sharding.recommended = Some(count);
        world.sharding.max_concurrency = 16;
        let alice = world.user_named("alice").unwrap().id;
        world.turn_millisecond();
        let other = world.add_guild("Harbour", alice);
        world.add_channel(other, "pier");
    });
    served
}

async fn until_connected(served: &Served, count: u64) {
    let all: BTreeSet<_> = (0..count).collect();
    let connected = |world: &World| world.shards_connected() == all;
    served.discord.until(connected).await.unwrap();
}

/// The lines that say that a shard is connected.
async fn until_all_say_so(running: &Running, count: u64) {
    for shard in 0..count {
        let line = format!("connected to Discord shard={shard}");
        running.lines_with(0, &line).await;
    }
}

async fn stop(running: Running) -> String {
    running.terminate();
    let (status, _, errors) = running.ended_within(TO_STOP).await;
    assert!(status.success(), "{errors}");
    errors
}

#[tokio::test]
async fn rapport_is_ready_once_all_shards_are_connected() {
    let served = asking_for(2).await;
    served.discord.change(|world| {
        world.gateway.silent_shards.insert(1);
    });
    let running = served.run(&[LISTEN]).await;
    let pages = Pages::of(&running).await;
    running.lines_with(0, "connected to Discord shard=0").await;
    let away = "1 of 2 shards are not connected to Discord\n";
    assert_eq!(pages.get("/readyz").await, (503, away.to_owned()));
    let metrics = pages.metrics().await;
    for sample in [r#"{shard="0"} 1"#, r#"{shard="1"} 0"#] {
        let sample = format!("rapport_shard_connected{sample}");
        assert!(metrics.contains(&sample), "{metrics}");
    }
    served.discord.heal();
    served.discord.shard(1).close(4009);
    running.lines_with(0, "connected to Discord shard=1").await;
    assert_eq!(pages.get("/readyz").await.0, 200);
    stop(running).await;
}

#[tokio::test]
async fn a_loss_is_told_with_its_shard_alone() {
    let served = asking_for(2).await;
    let running = served.run(&[]).await;
    until_all_say_so(&running, 2).await;
    served.discord.shard(1).close(4000);
    running.lines_with(0, "and is back").await;
    let errors = stop(running).await;
    let losses: Vec<_> = errors.lines().filter(|it| it.contains("WARN")).collect();
    assert_eq!(losses.len(), 1, "{errors}");
    let told = ["shard=1", "4000"].iter().all(|it| losses[0].contains(it));
    assert!(told, "{errors}");
}

/// Discord refuses the next session, which would have both servers.
fn outgrow(served: &Served, recommended: u64) {
    served.discord.change(|world| {
        world.sharding.recommended = Some(recommended);
        world.sharding.most_guilds = 1;
    });
    served.discord.invalidate_session();
}

#[tokio::test]
async fn a_bot_that_outgrew_its_shards_begins_as_many_as_discord_asks_for() {
    let served = asking_for(1).await;
    let running = served.run(&[]).await;
    outgrow(&served, 2);
    until_connected(&served, 2).await;
    let alice = served.discord.person("alice").unwrap();
    alice.types("/help").await.unwrap();
    let errors = stop(running).await;
    assert!(errors.contains("wants more shards"), "{errors}");
}

#[tokio::test]
async fn a_bot_that_outgrew_its_shards_begins_more_though_discord_asks_for_no_more() {
    let served = asking_for(1).await;
    let running = served.run(&[]).await;
    outgrow(&served, 1);
    until_connected(&served, 2).await;
    stop(running).await;
}

#[tokio::test]
async fn rapport_waits_while_too_few_sessions_are_left_for_all_shards() {
    let served = asking_for(2).await;
    served
        .discord
        .change(|world| world.sharding.starts_a_day = 51);
    let running = served.start_rapport(&["run"], &[]);
    running.lines_with(0, "51 more sessions").await;
    assert_eq!(served.discord.look(World::times_identified), 0);
    served
        .discord
        .change(|world| world.sharding.starts_a_day = 52);
    until_connected(&served, 2).await;
    stop(running).await;
}

#[tokio::test]
async fn check_says_how_many_shards_and_sessions_there_are() {
    let served = asking_for(2).await;
    let checked = served.start_rapport(&["check"], &[]);
    let (status, output, errors) = checked.ended().await;
    assert!(status.success(), "{errors}");
    let told = "It asks for 2 shards (1000 of 1000 new sessions left today).";
    assert!(output.contains(told), "{output}");
}
