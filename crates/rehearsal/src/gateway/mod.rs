//! The gateway: the WebSocket over which the bot hears what happens.

mod connection;
mod frames;
mod members;

use std::collections::HashMap;

use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::close_code;
use super::shared::Shared;
use connection::Connection;

/// `GET /gateway`: version 10 and JSON, which are also what is taken when they are not named.
pub(super) async fn connect(
    State(shared): State<Shared>,
    Query(query): Query<HashMap<String, String>>,
    upgrade: WebSocketUpgrade,
) -> Response {
    let closed = shared.look(|world| world.gateway.closed);
    open(shared, &query, upgrade, None, closed)
}

/// `GET /gateway/{session}`: the address that READY names for resuming this session.
pub(super) async fn connect_to_resume(
    State(shared): State<Shared>,
    Path(session): Path<String>,
    Query(query): Query<HashMap<String, String>>,
    upgrade: WebSocketUpgrade,
) -> Response {
    let closed = shared.look(|world| world.gateway.closed || world.gateway.resume_closed);
    open(shared, &query, upgrade, Some(session), closed)
}

fn open(
    shared: Shared,
    query: &HashMap<String, String>,
    upgrade: WebSocketUpgrade,
    session: Option<String>,
    closed: bool,
) -> Response {
    if closed {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let is = |key: &str, wanted: &str| query.get(key).is_none_or(|given| given == wanted);
    let understood = is("v", "10") && is("encoding", "json") && !query.contains_key("compress");
    upgrade.on_upgrade(move |socket| async move {
        let connection = Connection::new(shared, socket, session);
        if understood {
            connection.serve().await;
        } else {
            connection.close(close_code::INVALID_VERSION).await;
        }
    })
}
