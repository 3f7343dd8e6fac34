//! Common beginnings and steps of tests.

use rehearsal::{Answer, Person, Seen, Unable};
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Harness, Said as _};

/// The Monday after the tests begin, when nudges are sent.
pub(crate) const NEXT_MONDAY: &str = "2026-11-30T09:00:00Z";

/// The selects of circles and kinds, and the input for an own number of days.
pub(crate) const CIRCLE: &str = "How often do you want to be in touch?";
pub(crate) const KIND: &str = "What are they to you?";
pub(crate) const DAYS: &str = "Every how many days?";

/// Presses a button of a message; returns the changed message, or the new one.
pub(crate) async fn press(person: &Person, on: &Seen, button: &str) -> Seen {
    let answer = person.press(on, button).await.unwrap();
    shown(person, on, answer).await
}

pub(crate) async fn press_below(person: &Person, on: &Seen, text: &str, button: &str) -> Seen {
    let answer = person.press_below(on, text, button).await.unwrap();
    shown(person, on, answer).await
}

pub(crate) async fn choose(person: &Person, on: &Seen, select: &str, value: &str) -> Seen {
    let answer = person.choose(on, select, &[value]).await.unwrap();
    shown(person, on, answer).await
}

/// The answer's message. On a busy machine the bot may say first that the message will change.
pub(crate) async fn shown(person: &Person, on: &Seen, answer: Answer) -> Seen {
    match answer {
        Answer::DeferredUpdate => person.sees_change(on).await.unwrap(),
        answer => answer.said(),
    }
}

/// Alice has said yes to nudges, and lost touch with Bob.
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

/// Posts a message of the bot with these buttons in the person's channel, as another version of it
/// could have.
pub(crate) async fn posted_buttons(harness: &Harness, of: &Person, custom_ids: &[&str]) -> Seen {
    let buttons = custom_ids
        .iter()
        .map(|id| json!({ "type": 2, "style": 2, "label": id, "custom_id": id }));
    let row = json!({ "type": 1, "components": buttons.collect::<Vec<_>>() });
    posted(harness, of, vec![row]).await
}

/// The same with selects that offer only `option`.
pub(crate) async fn posted_selects(
    harness: &Harness,
    of: &Person,
    custom_ids: &[&str],
    option: &str,
) -> Seen {
    let select = |id: &&str| {
        let options = [json!({ "label": option, "value": option })];
        json!({ "type": 1, "components": [{ "type": 3, "custom_id": id, "options": options }] })
    };
    posted(harness, of, custom_ids.iter().map(select).collect()).await
}

async fn posted(harness: &Harness, of: &Person, rows: Vec<Value>) -> Seen {
    let path = format!("channels/{}/messages", of.channel());
    let message = json!({ "content": "old", "components": rows });
    as_another_version(harness, Method::POST, &path, &message).await;
    of.messages().pop().unwrap()
}

/// Sends a request as another version of the bot would.
pub(crate) async fn as_another_version(
    harness: &Harness,
    method: Method,
    path: &str,
    body: &Value,
) {
    let url = format!("{}/api/v10/{path}", harness.rehearsal.api_url());
    let token = format!("Bot {}", harness.rehearsal.token());
    let request = reqwest::Client::new().request(method, url);
    let sent = request.header("Authorization", token).json(body).send();
    let status = sent.await.unwrap().status();
    assert!(status.is_success(), "{status}");
}

pub(crate) async fn card(person: &Person, who: &str) -> Result<Seen, Unable> {
    Ok(person.types(&format!("/person who: @{who}")).await?.said())
}

/// What the person reads on the card of `who`.
pub(crate) async fn read_card(harness: &Harness, person: &Person, who: &str) -> String {
    harness.read(&card(person, who).await.unwrap())
}

/// Completes *Forget me*; returns the answer.
pub(crate) async fn forget(person: &Person) -> Result<String, Unable> {
    let panel = person.types("/privacy").await?.said();
    press(person, &panel, "Forget me").await;
    Ok(press(person, &panel, "Yes, forget me").await.text())
}

/// The person leaves Lighthouse.
pub(crate) fn leave(harness: &Harness, name: &str) {
    let id = harness.id(name);
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.leave(guild, id);
    });
}

/// The person is in Lighthouse again.
pub(crate) fn come_back(harness: &Harness, name: &str) {
    let id = harness.id(name);
    harness.rehearsal.change(|world| {
        let guild = world.guilds().next().unwrap().id;
        world.join(guild, id);
    });
}
