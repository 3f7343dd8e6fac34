//! What a person's client hears of: first everything, then what changes, for as long as it
//! listens.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures::Stream;
use futures::stream::unfold;
use serde_json::{Value, json};
use tokio::sync::watch;

use super::{Desk, view};
use crate::clock::Clock as _;
use crate::ids::{ChannelId, MessageId, UserId};
use crate::world::{Message, World};
use crate::{Person, Seen, Unable, wire};

/// How often a quiet stream shows that it is alive.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

pub(super) async fn events(
    State(desk): State<Desk>,
    Path(user): Path<UserId>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Unable> {
    let listener = Listener::new(desk.person(user)?, desk);
    let batches = unfold(listener, |mut listener| async {
        let batch = listener.next().await?;
        Some((Ok(Event::default().data(batch.to_string())), listener))
    });
    Ok(Sse::new(batches).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
}

/// A message as the client of `reader` gets it. The page shows a name for every mention, so mentions
/// of people that this client does not know are escaped.
fn shown(world: &World, message: &Message, reader: UserId) -> Value {
    let mut value = wire::message(world, message);
    if let Some(reactions) = value.get_mut("reactions") {
        *reactions = wire::reactions(message, reader);
    }
    let seen = Seen::new(world, message, reader);
    let mentioned = world.mentions_in(&seen.text(), message.channel).users;
    let unknown = mentioned.iter().filter(|user| !seen.known.contains(user));
    let json = unknown.fold(value.to_string(), |json, user| {
        // Two in JSON are one on the page, where it keeps the mention from being one.
        json.replace(&format!("<@{user}>"), &format!(r"\\<@{user}>"))
    });
    serde_json::from_str(&json).unwrap_or(value)
}

/// A client that listens, and what it knows already.
struct Listener {
    person: Person,
    desk: Desk,
    changes: watch::Receiver<()>,
    moves: watch::Receiver<()>,
    ready: Value,
    /// Where each message is, and how often it had changed.
    known: BTreeMap<MessageId, (ChannelId, u32)>,
}

impl Listener {
    fn new(person: Person, desk: Desk) -> Self {
        let mut moves = desk.clock.moves();
        // The time goes with the first batch as it does with every other.
        moves.mark_changed();
        Self {
            person,
            changes: desk.shared.changes(),
            moves,
            desk,
            ready: Value::Null,
            known: BTreeMap::new(),
        }
    }

    /// What is new, once there is something, with the time; none when the rehearsal is over.
    async fn next(&mut self) -> Option<Value> {
        loop {
            self.changes.mark_unchanged();
            let news = self.news();
            let moved = self.moves.has_changed().unwrap_or(false);
            if moved || !news.is_empty() {
                self.moves.mark_unchanged();
                return Some(json!({ "now": self.desk.clock.now(), "events": news }));
            }
            tokio::select! {
                changed = self.changes.changed() => changed.ok()?,
                moved = self.moves.changed() => {
                    moved.ok()?;
                    self.moves.mark_changed();
                }
                () = self.desk.shared.stop.cancelled() => return None,
            }
        }
    }

    fn news(&mut self) -> Vec<Value> {
        let shared = self.desk.shared.clone();
        shared.look(|world| {
            let mut news = Vec::new();
            let ready = view::ready(world, &self.desk, self.person.id());
            if ready != self.ready {
                self.ready = ready;
                news.push(json!({ "t": "READY", "d": self.ready }));
            }
            self.deleted(world, &mut news);
            self.written(world, &mut news);
            news
        })
    }

    fn deleted(&mut self, world: &World, news: &mut Vec<Value>) {
        self.known.retain(|id, (channel, _)| {
            let message = world.message(*id);
            let seen = message.is_some_and(|it| self.desk.shows(world, &self.person, it));
            if !seen {
                let gone = json!({ "id": id, "channel_id": channel });
                news.push(json!({ "t": "MESSAGE_DELETE", "d": gone }));
            }
            seen
        });
    }

    fn written(&mut self, world: &World, news: &mut Vec<Value>) {
        for channel in view::channels(world, self.person.id()) {
            for message in world.messages_in(channel) {
                if !self.desk.shows(world, &self.person, message) {
                    continue;
                }
                if let Some(name) = self.note(message) {
                    let shown = shown(world, message, self.person.id());
                    news.push(json!({ "t": name, "d": shown }));
                }
            }
        }
    }

    /// Notes a message as known; returns what happened to it, if anything did.
    fn note(&mut self, message: &Message) -> Option<&'static str> {
        let now = (message.channel, message.version);
        match self.known.insert(message.id, now) {
            None => Some("MESSAGE_CREATE"),
            Some(before) if before != now => Some("MESSAGE_UPDATE"),
            Some(_) => None,
        }
    }
}
