//! How long every command takes with a file of 1.3 GB, and how long a person in another server
//! waits for `/met` meanwhile: `cargo bench --bench large`. After `--`, parts of names select the
//! rows: `'nudges|Forget me'`. The first run makes the file and keeps it below `target/tmp`. Each
//! run uses a copy.
//!
//! The bot runs in this process, in a runtime of its own, against a rehearsal Discord that shares
//! the machine's cores with it.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on says so by panicking, and prints its result"
)]

mod commands;
mod crowd;
#[path = "../file.rs"]
mod file;
mod fill;
mod hostile;
mod measured;
mod neighbour;
mod stage;

use stage::Stage;

fn main() {
    // Cargo adds `--bench`.
    let only = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (world, crowd, clock) = crowd::settle();
    fill::make("large", &crowd);
    runtime.block_on(async {
        let stage = Stage::start("large", world, crowd, clock, only.unwrap_or_default()).await;
        println!("{}", measured::HEADING);
        commands::play(&stage).await;
        hostile::play(&stage).await;
        stage.finish().await;
    });
}
