//! A gateway client that does nothing by itself.

use futures::{SinkExt, StreamExt};
use rehearsal::Rehearsal;
use serde_json::{Value, json};
use serenity::model::event::GatewayEvent;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::house::PATIENCE;

pub(crate) const GUILDS: u64 = 1;
pub(crate) const GUILD_MEMBERS: u64 = 1 << 1;
pub(crate) const GUILD_VOICE_STATES: u64 = 1 << 7;
pub(crate) const GUILD_MESSAGES: u64 = 1 << 9;
pub(crate) const DIRECT_MESSAGES: u64 = 1 << 12;
pub(crate) const MESSAGE_CONTENT: u64 = 1 << 15;

/// One connection to the gateway.
pub(crate) struct Wire(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Wire {
    /// Connects and takes the HELLO.
    pub(crate) async fn open(discord: &Rehearsal) -> Self {
        let mut wire = Self::open_at(discord, "?v=10&encoding=json").await;
        let hello = wire.next().await;
        assert_eq!(
            (&hello["op"], &hello["d"]["heartbeat_interval"]),
            (&json!(10), &json!(41250))
        );
        wire
    }

    pub(crate) async fn open_at(discord: &Rehearsal, query: &str) -> Self {
        let url = format!(
            "{}/gateway{query}",
            discord.api_url().replacen("http", "ws", 1)
        );
        Self(connect_async(url).await.unwrap().0)
    }

    /// Connects where this READY says that its session is resumed, and takes the HELLO.
    pub(crate) async fn open_to_resume(ready: &Value) -> Self {
        let address = ready["d"]["resume_gateway_url"].as_str().unwrap();
        let mut wire = Self(connect_async(format!("{address}?v=10")).await.unwrap().0);
        assert_eq!(wire.next().await["op"], 10);
        wire
    }

    /// Connects, identifies itself, and takes the READY.
    pub(crate) async fn identified(discord: &Rehearsal, intents: u64) -> (Self, Value) {
        let mut wire = Self::open(discord).await;
        wire.identify(discord, intents).await;
        let ready = wire.event("READY").await;
        (wire, ready)
    }

    pub(crate) async fn identify(&mut self, discord: &Rehearsal, intents: u64) {
        self.send(
            2,
            json!({ "token": discord.token(), "intents": intents, "properties": {} }),
        )
        .await;
    }

    pub(crate) async fn resume(&mut self, discord: &Rehearsal, session: &Value, seq: u64) {
        let token = discord.token();
        self.send(
            6,
            json!({ "token": token, "session_id": session, "seq": seq }),
        )
        .await;
    }

    pub(crate) async fn send(&mut self, op: u64, data: Value) {
        self.send_text(json!({ "op": op, "d": data }).to_string())
            .await;
    }

    pub(crate) async fn send_text(&mut self, text: String) {
        self.0.send(Message::Text(text.into())).await.unwrap();
    }

    /// Says goodbye with a code.
    pub(crate) async fn close(mut self, code: u16) {
        let frame = CloseFrame {
            code: code.into(),
            reason: "".into(),
        };
        self.0.close(Some(frame)).await.unwrap();
    }

    /// The next payload, which serenity can read too.
    pub(crate) async fn next(&mut self) -> Value {
        match self.message().await {
            Some(Message::Text(text)) => {
                let read = serde_json::from_str::<GatewayEvent>(&text);
                assert!(read.is_ok(), "{read:?} {text}");
                serde_json::from_str(&text).unwrap()
            }
            other => unreachable!("no payload but {other:?}"),
        }
    }

    /// The next event, which has this name.
    pub(crate) async fn event(&mut self, name: &str) -> Value {
        let event = self.next().await;
        assert_eq!(
            (&event["op"], &event["t"]),
            (&json!(0), &json!(name)),
            "{event}"
        );
        event
    }

    /// Nothing more was sent before the answer to a heartbeat.
    pub(crate) async fn is_quiet(&mut self) {
        self.send(1, Value::Null).await;
        let ack = self.next().await;
        assert_eq!(ack["op"], 11, "{ack}");
    }

    /// The code that the server closes the connection with, 0 if it just ends.
    pub(crate) async fn closed(&mut self) -> u16 {
        loop {
            match self.message().await {
                Some(Message::Close(Some(frame))) => return frame.code.into(),
                Some(Message::Text(_)) => {}
                _ => return 0,
            }
        }
    }

    async fn message(&mut self) -> Option<Message> {
        let next = tokio::time::timeout(PATIENCE, self.0.next()).await;
        next.unwrap().and_then(Result::ok)
    }
}
