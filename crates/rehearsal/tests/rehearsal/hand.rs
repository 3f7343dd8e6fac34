//! A bot whose every answer is given by hand.

use rehearsal::{Answer, Seen, Unable};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::client::Wire;
use crate::house::{Got, House};

/// A bot that is answered for by hand, with one slash command.
pub(crate) struct Hand {
    pub(crate) house: House,
    pub(crate) wire: Wire,
}

impl Hand {
    pub(crate) async fn new() -> Self {
        let house = House::open().await;
        let suggests =
            json!({ "type": 3, "name": "what", "description": "d", "autocomplete": true });
        let command = json!([{ "name": "do", "description": "d", "options": [suggests] }]);
        let path = format!("/applications/{}/commands", house.app());
        assert_eq!(house.ask(Method::PUT, &path, command).await.status, 200);
        let (wire, _) = Wire::identified(&house.discord, 0).await;
        Self { house, wire }
    }

    /// Alice types a line; what the gateway tells of it.
    pub(crate) async fn typed(
        &mut self,
        line: &str,
    ) -> (JoinHandle<Result<Answer, Unable>>, Value) {
        let (alice, line) = (self.house.person("alice"), line.to_owned());
        let waiting = tokio::spawn(async move { alice.types(&line).await });
        let told = self.wire.event("INTERACTION_CREATE").await["d"].clone();
        (waiting, told)
    }

    pub(crate) async fn pressed(
        &mut self,
        seen: &Seen,
    ) -> (JoinHandle<Result<Answer, Unable>>, Value) {
        let (alice, seen) = (self.house.person("alice"), seen.clone());
        let waiting = tokio::spawn(async move { alice.press(&seen, "1").await });
        let told = self.wire.event("INTERACTION_CREATE").await["d"].clone();
        (waiting, told)
    }

    pub(crate) async fn answer(&self, told: &Value, kind: u64, data: Value) -> Got {
        let (id, token) = (
            told["id"].as_str().unwrap(),
            told["token"].as_str().unwrap(),
        );
        let path = format!("/interactions/{id}/{token}/callback");
        self.house
            .post(&path, json!({ "type": kind, "data": data }))
            .await
    }

    pub(crate) fn webhook(&self, told: &Value) -> String {
        format!(
            "/webhooks/{}/{}",
            self.house.app(),
            told["token"].as_str().unwrap()
        )
    }

    pub(crate) fn original(&self, told: &Value) -> String {
        format!("{}/messages/@original", self.webhook(told))
    }
}
