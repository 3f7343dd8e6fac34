//! Permanent refusals end the program with one line that says what to do.

use rehearsal::{Fault, Refusal, Trouble};

use crate::served::Served;

#[tokio::test]
async fn a_permanent_refusal_ends_the_program_with_one_line() {
    // A revoked token is a wrong setting; disallowed intents are not.
    let ends = [
        (4004, 2, "DISCORD_TOKEN"),
        (4010, 1, "newer version"),
        (4012, 1, "newer version"),
        (4013, 1, "4013"),
        (4014, 1, "Server Members Intent"),
    ];
    for (code, status, word) in ends {
        let served = Served::start().await;
        let running = served.run(&[]).await;
        served.discord.close_gateway(code);
        let complaint = running.complaint(status).await;
        assert!(complaint.contains(word), "{complaint}");
        let shown = status == 2 || complaint.contains(&code.to_string());
        assert!(shown, "{complaint}");
    }
}

#[tokio::test]
async fn a_revoked_token_ends_the_program_with_one_line() {
    let served = Served::start().await;
    let running = served.run(&[]).await;
    let refused = Fault::Refuse(Refusal::UNAUTHORIZED);
    let asked = Trouble::with("POST", "/users/@me/channels", refused);
    served.discord.trouble(asked);
    let alice = served.discord.person("alice").unwrap();
    let _ = alice.types("/nudge on").await;
    let complaint = running.complaint(2).await;
    assert!(complaint.contains("DISCORD_TOKEN"), "{complaint}");
}
