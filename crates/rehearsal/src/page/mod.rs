//! The browser's door into the rehearsal: a page on the loopback interface that looks and works
//! like a Discord client, for everyone who has its address.
//!
//! It knows Discord and nothing of the bot. The page reads a stream of what a person sees, and
//! asks for what the person does, which happens through [`Person`], as everywhere in the
//! rehearsal: the bot can't tell the difference.

mod acts;
mod guard;
mod interactions;
mod stream;
mod view;
mod web;

use std::collections::BTreeMap;
use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post, put};
use tokio::net::TcpListener;

use self::guard::Pass;
use super::cast::Hint;
use super::rest::file;
use super::shared::Shared;
use super::{Message, MessageId, Person, Rehearsal, Unable, UserId, World};
use crate::clock::MovableClock;
use zones::Zone;

/// The largest request, in bytes: a form with its longest texts fits well.
const LARGEST_REQUEST: usize = 64 * 1024;

/// A page that is being served; it stops with the rehearsal.
pub struct Page {
    address: String,
}

/// What the page's routes work with.
#[derive(Clone)]
struct Desk {
    shared: Shared,
    clock: MovableClock,
    patience: Duration,
    /// Who there is to be, with the zone of their machine.
    zones: Arc<BTreeMap<UserId, Zone>>,
    hints: Arc<[Hint]>,
    /// The newest message when the page was opened.
    opened_after: MessageId,
}

impl Page {
    /// Serves the page at a free port of the loopback interface. Those in `zones` can be
    /// followed there; what was written so far, they have read.
    ///
    /// # Errors
    /// There is no port or no randomness to be had.
    pub async fn open(
        rehearsal: &Rehearsal,
        clock: MovableClock,
        zones: BTreeMap<UserId, Zone>,
        hints: &[Hint],
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let pass = Arc::new(Pass::new(listener.local_addr()?.port())?);
        let desk = Desk {
            shared: rehearsal.shared.clone(),
            clock,
            patience: rehearsal.patience,
            zones: Arc::new(zones),
            hints: hints.into(),
            opened_after: rehearsal.look(World::newest_message),
        };
        desk.put_history_aside();
        let address = pass.address();
        let stopped = desk.shared.stop.clone().cancelled_owned();
        let server = axum::serve(listener, router(desk, pass)).with_graceful_shutdown(stopped);
        tokio::spawn(server.into_future());
        Ok(Self { address })
    }

    /// Where the page is. Everyone who has the address can use it.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Desk {
    /// The client of this person.
    fn person(&self, user: UserId) -> Result<Person, Unable> {
        if !self.zones.contains_key(&user) {
            return Err(Unable::Nobody(user.to_string()));
        }
        Ok(Person::of(self.shared.clone(), user, self.patience))
    }

    fn zone(&self, user: UserId) -> Zone {
        self.zones.get(&user).copied().unwrap_or(Zone::utc())
    }

    /// Opens everybody's direct messages, and marks all that was written so far as read.
    fn put_history_aside(&self) {
        self.shared.change(|world| {
            for user in self.zones.keys() {
                world.dm_channel(*user);
                for channel in view::channels(world, *user) {
                    world.mark_read(*user, channel, self.opened_after);
                }
            }
        });
    }

    /// Whether the person's client shows a message. What only they saw was seen by a client that
    /// was closed if it is from before this page, as at Discord.
    fn shows(&self, world: &World, person: &Person, message: &Message) -> bool {
        let kept = message.only_for.is_none() || message.id > self.opened_after;
        kept && person.sees(world, message)
    }
}

fn router(desk: Desk, pass: Arc<Pass>) -> Router {
    let user = "/api/users/{user}";
    let messages = format!("{user}/channels/{{channel}}/messages");
    let api = Router::new()
        .route("/api/people", get(view::people))
        .route(&format!("{user}/events"), get(stream::events))
        .route(&format!("{user}/clock"), post(acts::move_clock))
        .route(&format!("{user}/locale"), post(acts::set_language))
        .route(
            &format!("{user}/installation"),
            put(acts::install).delete(acts::uninstall),
        )
        .route(&format!("{user}/channels"), post(acts::open_messages))
        .route(
            &format!("{user}/interactions"),
            post(interactions::interact),
        )
        .route(
            &format!("{user}/channels/{{channel}}/application-commands"),
            get(acts::commands),
        )
        .route(
            &format!("{user}/channels/{{channel}}/voice"),
            post(acts::join_voice).delete(acts::leave_voice),
        )
        .route(&messages, post(acts::say))
        .route(&format!("{messages}/{{message}}"), delete(acts::delete))
        .route(
            &format!("{messages}/{{message}}/reactions/{{emoji}}"),
            put(acts::react).delete(acts::unreact),
        )
        .route(
            &format!("{messages}/{{message}}/ack"),
            post(acts::mark_read),
        )
        .with_state(desk.clone());
    Router::new()
        .merge(api)
        .route(
            "/attachments/{channel}/{id}/{name}",
            get(file).with_state(desk.shared),
        )
        .merge(web::routes())
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(from_fn_with_state(pass, guard::admit))
        .layer(from_fn(guard::protect))
}

/// What a client says when it does not do what its person wants.
impl IntoResponse for Unable {
    fn into_response(self) -> Response {
        let said = serde_json::json!({ "message": self.to_string() });
        (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(said)).into_response()
    }
}
