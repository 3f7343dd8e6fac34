//! The bot resumes a session at the address from its READY, and begins one at the gateway's. These
//! tests fail if the serenity internals change on which `bot::shards` depends.

use rehearsal::{Rehearsal, World};

use crate::harness::{Harness, Setup, Tested};

/// How many sessions began, began at a resume address, were resumed, and were refused to resume.
fn counts(world: &World) -> [u64; 4] {
    [
        world.times_identified(),
        world.times_identified_to_resume(),
        world.times_resumed(),
        world.times_refused_to_resume(),
    ]
}

async fn until_counted(harness: &Harness, expected: [u64; 4]) -> Tested {
    let counted = |world: &World| counts(world) == expected && world.bot_is_connected();
    let reached = harness.rehearsal.until(counted).await;
    if reached.is_err() {
        assert_eq!(harness.rehearsal.look(counts), expected);
    }
    harness.person("alice").types("/help").await?;
    Ok(())
}

#[tokio::test]
async fn a_broken_connection_is_resumed_at_the_sessions_address() -> Tested {
    let harness = Harness::start().await;
    let breaks: [fn(&Rehearsal); 4] = [
        Rehearsal::break_gateway,
        Rehearsal::ask_to_reconnect,
        Rehearsal::interrupt_session,
        |discord| discord.close_gateway(4000),
    ];
    for (times, break_it) in (1..).zip(breaks) {
        break_it(&harness.rehearsal);
        until_counted(&harness, [1, 0, times, 0]).await?;
    }
    harness.finish().await
}

#[tokio::test]
async fn a_lost_session_is_replaced_at_the_gateway_each_time() -> Tested {
    let harness = Harness::start().await;
    for times in 1..=3 {
        harness.rehearsal.invalidate_session();
        until_counted(&harness, [1 + times, 0, times - 1, 0]).await?;
        // The new session is resumed at its own address, not at the previous one.
        harness.rehearsal.break_gateway();
        until_counted(&harness, [1 + times, 0, times, 0]).await?;
    }
    harness.finish().await
}

#[tokio::test]
async fn a_new_session_begins_if_the_sessions_address_does_not_answer() -> Tested {
    let harness = Setup::new().hurried(10).start().await;
    harness
        .rehearsal
        .change(|world| world.gateway.resume_closed = true);
    harness.rehearsal.break_gateway();
    until_counted(&harness, [2, 0, 0, 0]).await?;
    harness.finish().await
}
