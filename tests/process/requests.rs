//! The log lines of failed requests.

use rehearsal::{Fault, Trouble, World};

use crate::served::{TO_STOP, everything_due};

#[tokio::test]
async fn an_outage_is_one_log_line_for_any_number_of_messages() {
    let served = everything_due(12).await;
    let down = Trouble::with("POST", "/channels/*/messages", Fault::Status(502));
    served.discord.trouble(down);
    let running = served.run(&[]).await;
    let all_tried = |world: &World| world.requests().filter(|it| it.status == 502).count() == 13;
    served.discord.until(all_tried).await.unwrap();
    running.terminate();
    let (status, _, errors) = running.ended_within(TO_STOP).await;
    assert!(status.success(), "{errors}");
    // One line for the nudges, one for the recap.
    let lines = errors
        .lines()
        .filter(|line| line.contains("messages not sent yet"))
        .count();
    assert!(lines <= 2, "{errors}");
    assert_eq!(
        errors.lines().filter(|line| line.contains("WARN")).count(),
        lines
    );
}
