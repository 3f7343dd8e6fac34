//! The HTTP side: Discord's routes, as far as a bot of this kind uses them.

mod attend;
mod body;
mod channels;
mod commands;
mod guilds;
mod interactions;
mod me;
mod messages;
mod outgoing;
mod reactions;
mod threads;
mod webhooks;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post, put};
use axum::{Json, extract::DefaultBodyLimit};
use serde_json::Value;

use self::attend::attend;
pub(super) use self::channels::file;
use super::gateway;
use super::refusal::Refusal;
use super::shared::Shared;

/// The largest request, in bytes.
const LARGEST_REQUEST: usize = 25 * 1024 * 1024;

/// What a route answers: JSON, or Discord's refusal.
type Answer = Result<Json<Value>, Refusal>;
/// What a route answers that has nothing to say.
type Done = Result<StatusCode, Refusal>;

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        (status, Json(self.body())).into_response()
    }
}

/// Everything the server answers.
pub(super) fn router(shared: Shared) -> Router {
    let api = signed_in(shared.clone()).merge(by_interaction_token());
    Router::new()
        .nest("/api/v10", api)
        .route("/gateway", get(gateway::connect))
        .route("/gateway/{session}", get(gateway::connect_to_resume))
        .route("/attachments/{channel}/{id}/{name}", get(channels::file))
        .route(
            "/ephemeral-attachments/{application}/{id}/{name}",
            get(channels::upload),
        )
        .fallback(|| async { Refusal::NO_SUCH_ROUTE })
        .method_not_allowed_fallback(|| async { Refusal::METHOD_NOT_ALLOWED })
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(from_fn_with_state(shared.clone(), attend))
        .with_state(shared)
}

/// The routes that only the bot may use.
fn signed_in(shared: Shared) -> Router<Shared> {
    let application = "/applications/{application}";
    let command = "/commands/{command}";
    let guild = "/guilds/{guild}";
    let message = "/channels/{channel}/messages/{message}";
    Router::new()
        .route("/gateway", get(me::gateway))
        .route("/gateway/bot", get(me::gateway_bot))
        .route("/users/@me", get(me::user))
        .route("/users/@me/channels", post(me::open_dm))
        .route("/users/{user}", get(me::other_user))
        .route("/applications/@me", get(me::application))
        .route("/oauth2/applications/@me", get(me::application))
        .route(
            &format!("{application}/commands"),
            get(commands::list)
                .put(commands::replace)
                .post(commands::add),
        )
        .route(&format!("{application}{command}"), delete(commands::remove))
        .route(
            &format!("{application}{guild}/commands"),
            get(commands::list_in_guild)
                .put(commands::replace_in_guild)
                .post(commands::add_in_guild),
        )
        .route(
            &format!("{application}{guild}{command}"),
            delete(commands::remove_in_guild),
        )
        .route(
            "/channels/{channel}",
            get(channels::one).patch(threads::edit),
        )
        .route("/channels/{channel}/threads", post(threads::begin))
        .route(
            "/channels/{channel}/thread-members/{user}",
            put(threads::add).delete(threads::remove),
        )
        .route(
            "/channels/{channel}/messages",
            get(messages::list).post(messages::send),
        )
        .route(
            "/channels/{channel}/messages/bulk-delete",
            post(messages::bulk_delete),
        )
        .route(
            message,
            get(messages::one)
                .patch(messages::edit)
                .delete(messages::delete),
        )
        .route(
            &format!("{message}/reactions/{{emoji}}"),
            get(reactions::list),
        )
        .route(guild, get(guilds::one))
        .route(&format!("{guild}/emojis"), get(reactions::of_guild))
        .route(&format!("{guild}/channels"), get(guilds::channels))
        .route(&format!("{guild}/roles"), get(guilds::roles))
        .route(&format!("{guild}/threads/active"), get(threads::active))
        .route(&format!("{guild}/members"), get(guilds::members))
        .route(&format!("{guild}/members/{{user}}"), get(guilds::member))
        .route("/users/@me/guilds/{guild}", delete(guilds::leave))
        .route_layer(from_fn_with_state(shared, require_token))
}

/// The routes for which an interaction's token is enough.
fn by_interaction_token() -> Router<Shared> {
    let message = "/webhooks/{application}/{token}/messages/{message}";
    Router::new()
        .route(
            "/interactions/{id}/{token}/callback",
            post(interactions::callback),
        )
        .route("/webhooks/{application}/{token}", post(webhooks::follow_up))
        .route(
            message,
            get(webhooks::one)
                .patch(webhooks::edit)
                .delete(webhooks::delete),
        )
}

async fn require_token(
    State(shared): State<Shared>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let given = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bot "));
    let known = shared.look(|world| given == Some(&world.application.token));
    if !known {
        return Err(Refusal::UNAUTHORIZED);
    }
    Ok(next.run(request).await)
}
