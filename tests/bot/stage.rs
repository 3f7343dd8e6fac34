//! What several stories begin with.

use rapport::rehearsal::{Person, Seen, Unable};

use crate::harness::{Harness, Said as _};

/// The Monday after the tests begin, when nudges go out.
pub(crate) const NEXT_MONDAY: &str = "2026-11-30T09:00:00Z";

/// The select of circles, and what is asked for a number of days of one's own.
pub(crate) const CIRCLE: &str = "How often do you want to be in touch?";
pub(crate) const DAYS: &str = "Every how many days?";

/// Presses a button of a message; what it became, or what was said beside it.
pub(crate) async fn press(person: &Person, on: &Seen, button: &str) -> Seen {
    person.press(on, button).await.unwrap().said()
}

pub(crate) async fn choose(person: &Person, on: &Seen, select: &str, value: &str) -> Seen {
    person.choose(on, select, &[value]).await.unwrap().said()
}

/// Alice has said yes, and lost touch with Bob.
pub(crate) async fn joined() -> Harness {
    let harness = Harness::start().await;
    let alice = harness.person("alice");
    alice
        .types("/met @bob when: 2026-10-01 note: quokka")
        .await
        .unwrap();
    alice.types("/nudge on").await.unwrap();
    harness
}

pub(crate) async fn exported(person: &Person, panel: &Seen) -> String {
    let answer = person.press(panel, "Export").await.unwrap().said();
    assert!(answer.ephemeral);
    assert_eq!(answer.files.len(), 1);
    String::from_utf8(answer.files[0].bytes.clone()).unwrap()
}

/// A message of the bot's with these buttons where somebody is, as another version of it could have
/// posted.
pub(crate) async fn posted_buttons(harness: &Harness, of: &Person, custom_ids: &[&str]) -> Seen {
    let buttons = custom_ids
        .iter()
        .map(|id| serde_json::json!({ "type": 2, "style": 2, "label": id, "custom_id": id }));
    let row = serde_json::json!({ "type": 1, "components": buttons.collect::<Vec<_>>() });
    let channel = of.channel();
    let url = format!(
        "{}/api/v10/channels/{channel}/messages",
        harness.rehearsal.api_url()
    );
    let sent = reqwest::Client::new()
        .post(url)
        .header(
            "Authorization",
            format!("Bot {}", harness.rehearsal.token()),
        )
        .json(&serde_json::json!({ "content": "old", "components": [row] }))
        .send()
        .await
        .unwrap();
    assert!(sent.status().is_success());
    of.messages().pop().unwrap()
}

pub(crate) async fn card(person: &Person, who: &str) -> Result<Seen, Unable> {
    Ok(person.types(&format!("/person who: @{who}")).await?.said())
}
