//! `/met` on disk, end to end over loopback HTTP and WebSocket, beside a serenity bot that answers
//! without doing anything: `cargo bench --bench interactions`.
//!
//! Each bot is a process of its own, against a rehearsal Discord in this process. Both share the
//! machine's cores with the rehearsal, which costs more than either. The processor time of its
//! process shows a bot's own cost.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on says so by panicking, and prints its result"
)]

mod disk;
mod measured;
mod nothing;
mod process;
mod town;

use measured::Measured;
use process::Bot;
use town::Town;

/// The argument that starts this program as the do-nothing bot.
const NOTHING: &str = "--do-nothing";

/// How many people use the bot at the same time.
const IN_FLIGHT: usize = 32;

fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if std::env::args().any(|argument| argument == NOTHING) {
        return runtime.block_on(nothing::run());
    }
    let nothing = runtime.block_on(measure(Bot::Nothing));
    let rapport = runtime.block_on(measure(Bot::Rapport));
    println!("{}", measured::table(&nothing, &rapport));
    println!("{}", measured::flushes(&disk::flushes()));
}

async fn measure(bot: Bot) -> Measured {
    let town = Town::start().await;
    let running = town.join(bot).await;
    let memory = running.memory();
    let start = running.to_ready();
    town.warm_up().await;
    let before = running.processor_time();
    let talks = town.all_at_once(IN_FLIGHT).await;
    let spent = running.processor_time().saturating_sub(before);
    let paced = town.hundred_a_second().await;
    let before = running.processor_time();
    let chatting = town.thousand_messages_a_second().await;
    let read = running.processor_time().saturating_sub(before);
    Measured {
        start,
        memory,
        throughput: talks.per_second(),
        processor_time: spent / talks.count(),
        busy: talks.latencies(),
        paced: paced.latencies(),
        chatter: read.as_secs_f64() / chatting.as_secs_f64(),
        memory_after: running.memory(),
    }
}
