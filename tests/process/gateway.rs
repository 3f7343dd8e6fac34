//! The log lines of each way to lose the connection: one line, with its cause.

use std::time::Duration;

use rehearsal::{Rehearsal, World};

use crate::served::{Running, Served, TO_STOP};

/// A way to lose the connection, and the words of its log line.
type Loss = (fn(&Rehearsal), &'static str, &'static str);

const LOST: &str = "WARN";

/// The lines that report a problem.
fn complaints(lines: &[String]) -> Vec<&String> {
    let grave = |line: &&String| line.contains(LOST) || line.contains("ERROR");
    lines.iter().filter(grave).collect()
}

/// Loses the connection in each of these ways, and checks the lines until it is back.
async fn lose(losses: &[Loss]) {
    let served = Served::start().await;
    let running = served.run(&[]).await;
    let alice = served.discord.person("alice").unwrap();
    running.lines_with(0, "connected to Discord").await;
    for (lose, level, words) in losses {
        let before = running.errors().lines().count();
        let connections = served.discord.look(World::times_connected);
        lose(&served.discord);
        let back =
            |world: &World| world.times_connected() > connections && world.bot_is_connected();
        served.discord.until(back).await.unwrap();
        alice.types("/help").await.unwrap();
        let lines = running.lines_with(before, words).await;
        let expected = usize::from(*level == LOST);
        assert_eq!(complaints(&lines).len(), expected, "{}", lines.join("\n"));
        // The only other line says that the connection is back.
        let is_back = |line: &&String| line.contains("connected to Discord after=");
        let others: Vec<_> = lines.iter().filter(|line| !is_back(line)).collect();
        assert_eq!(others.len(), 1, "{}", lines.join("\n"));
        assert!(others[0].contains(level), "{words}: {}", lines.join("\n"));
    }
    running.terminate();
    let (status, _, errors) = running.ended_within(TO_STOP).await;
    let said = errors.lines().filter(|line| line.contains(LOST)).count();
    let expected = losses.iter().filter(|(_, level, _)| *level == LOST).count();
    assert!(status.success() && said == expected, "{errors}");
}

#[tokio::test]
async fn each_reconnect_request_is_one_log_line() {
    lose(&[
        (
            Rehearsal::ask_to_reconnect,
            "INFO",
            "asked for a new connection (op 7)",
        ),
        (
            Rehearsal::interrupt_session,
            LOST,
            "interrupted the session (op 9)",
        ),
        (
            Rehearsal::invalidate_session,
            LOST,
            "interrupted the session (op 9)",
        ),
        // Clients call this 1006: the connection ends without a close.
        (Rehearsal::break_gateway, LOST, "it broke off"),
        (Rehearsal::close_gateway_silently, LOST, "did not say why"),
    ])
    .await;
}

#[tokio::test]
async fn each_close_code_is_one_log_line() {
    lose(&[
        (
            |discord| discord.close_gateway(4000),
            LOST,
            "4000, unknown error",
        ),
        (
            |discord| discord.close_gateway(4001),
            LOST,
            "4001, unknown opcode",
        ),
        (
            |discord| discord.close_gateway(4002),
            LOST,
            "4002, decode error",
        ),
        (
            |discord| discord.close_gateway(4005),
            LOST,
            "4005, already authenticated",
        ),
        (|discord| discord.close_gateway(4006), LOST, "4006"),
        (
            |discord| discord.close_gateway(4008),
            LOST,
            "4008, rate limited",
        ),
    ])
    .await;
}

#[tokio::test]
async fn each_close_code_that_ends_the_session_is_one_log_line() {
    lose(&[
        (
            |discord| discord.close_gateway(1000),
            LOST,
            "1000, going away",
        ),
        (
            |discord| discord.close_gateway(1001),
            LOST,
            "1001, going away",
        ),
        (
            |discord| discord.close_gateway(4003),
            LOST,
            "4003, not authenticated",
        ),
        (
            |discord| discord.close_gateway(4007),
            LOST,
            "4007, invalid sequence",
        ),
        (
            |discord| discord.close_gateway(4009),
            LOST,
            "4009, session timed out",
        ),
    ])
    .await;
}

/// Ends the program; returns its problem lines after the first `before` lines.
async fn complaints_of(running: Running) -> Vec<String> {
    running.terminate();
    let (status, _, errors) = running.ended_within(TO_STOP).await;
    assert!(status.success(), "{errors}");
    let lines: Vec<_> = errors.lines().map(str::to_owned).collect();
    complaints(&lines).into_iter().cloned().collect()
}

#[tokio::test]
async fn missing_heartbeat_acks_are_one_log_line() {
    let served = Served::start().await;
    let quick = Duration::from_millis(500);
    served
        .discord
        .change(|world| world.heartbeat_interval = quick);
    let running = served.run(&[]).await;
    running.lines_with(0, "connected to Discord").await;
    served
        .discord
        .change(|world| world.gateway.without_acks = true);
    let connections = served.discord.look(World::times_connected);
    let left = |world: &World| world.times_connected() > connections;
    served.discord.until(left).await.unwrap();
    served.discord.heal();
    running.lines_with(0, "heartbeats went unanswered").await;
    assert_eq!(complaints_of(running).await.len(), 1);
}

#[tokio::test]
async fn an_unreadable_ready_is_one_log_line() {
    let served = Served::start().await;
    served
        .discord
        .change(|world| world.gateway.bad_readies = 100);
    let running = served.run(&[]).await;
    let lines = running
        .lines_with(0, "what Discord sent can't be read")
        .await;
    assert_eq!(complaints(&lines).len(), 1, "{}", lines.join("\n"));
    assert_eq!(complaints_of(running).await.len(), 1);
}

#[tokio::test]
async fn an_unreachable_gateway_is_one_log_line() {
    let served = Served::start().await;
    let running = served.run(&[]).await;
    running.lines_with(0, "connected to Discord").await;
    served.discord.vanish_gateway();
    let refused = "the gateway does not answer: Connection refused";
    let before = running.lines_with(0, refused).await.len();
    served.discord.heal();
    running
        .lines_with(before, "connected to Discord after=")
        .await;
    assert_eq!(complaints_of(running).await.len(), 1);
}

#[tokio::test]
async fn an_unknown_gateway_name_is_one_log_line() {
    let served = Served::start().await;
    let unknown = "ws://gateway.invalid".to_owned();
    served
        .discord
        .change(|world| world.gateway.address = Some(unknown));
    let running = served.start_rapport(&["run"], &[]);
    running.lines_with(0, "the gateway does not answer: ").await;
    assert_eq!(complaints_of(running).await.len(), 1);
}
