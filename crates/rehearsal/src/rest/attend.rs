//! Every request passes here, and nowhere else: it is answered, or fails as it is to fail, and is
//! written down.

use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::extract::{ConnectInfo, FromRequest, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::LARGEST_REQUEST;
use super::body::Payload;
use crate::line::CutSwitch;
use crate::refusal::Refusal;
use crate::shared::Shared;
use crate::world::{self, Fault, Limit, Standing};

pub(super) async fn attend(
    State(shared): State<Shared>,
    ConnectInfo(connection): ConnectInfo<CutSwitch>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let method = request.method().to_string();
    let path = request.uri().path().to_owned();
    let full_path = request
        .uri()
        .path_and_query()
        .map_or_else(String::new, ToString::to_string);
    let (request, body) = read_body(request).await?;
    let (fault, standing) = match path.strip_prefix("/api/v10") {
        Some(path) => fate_of(&shared, &method, path),
        None => (None, None),
    };
    let hangs = matches!(fault, Some(Fault::Hang));
    let answer = match fault {
        None => next.run(request).await,
        Some(Fault::Status(status)) => bare(status),
        Some(Fault::SlowDown(limit, after)) => slow_down(limit, after),
        Some(Fault::SlowMachineDown(after)) => slow_machine_down(after),
        Some(Fault::Refuse(refusal)) => refusal.into_response(),
        Some(Fault::LoseAnswer) => {
            connection.cut();
            next.run(request).await
        }
        Some(Fault::Late(wait)) => {
            let answer = next.run(request).await;
            shared.change(|world| world.late += 1);
            tokio::time::sleep(wait).await;
            answer
        }
        Some(Fault::Cut) => {
            connection.cut();
            bare(503)
        }
        Some(Fault::Hang) => bare(504),
    };
    let answer = with_bucket(answer, standing);
    let answer = write_down(&shared, method, full_path, body, answer).await?;
    if hangs {
        shared.stop.cancelled().await;
    }
    Ok(answer)
}

/// How a request fails, if it does: as a test wants it to, or because there were too many; and how
/// its bucket stands, if it has one.
fn fate_of(shared: &Shared, method: &str, path: &str) -> (Option<Fault>, Option<Standing>) {
    // What answers an interaction is exempt from the limit on all requests, and bounded by itself.
    let exempt = path.starts_with("/interactions/") || path.starts_with("/webhooks/");
    shared.quietly(|world| {
        if let Some(fault) = world.fault(method, path) {
            return (Some(fault), None);
        }
        if exempt {
            return (None, None);
        }
        if let Some(wait) = world.over_the_limit() {
            return (Some(Fault::SlowDown(Limit::Global, wait)), None);
        }
        let standing = world.count_in_bucket(method, path);
        let exceeded = standing.as_ref().filter(|standing| standing.exceeded);
        let fault = exceeded.map(|it| Fault::SlowDown(Limit::User, it.reset_after));
        (fault, standing)
    })
}

/// The answer with what its headers say of its bucket.
fn with_bucket(mut answer: Response, standing: Option<Standing>) -> Response {
    let Some(standing) = standing else {
        return answer;
    };
    let resets = standing.resets_at;
    for (name, value) in [
        ("X-RateLimit-Limit", standing.limit.to_string()),
        ("X-RateLimit-Remaining", standing.remaining.to_string()),
        ("X-RateLimit-Reset", format!("{resets:.3}")),
        (
            "X-RateLimit-Reset-After",
            format!("{:.3}", standing.reset_after.as_secs_f64()),
        ),
        ("X-RateLimit-Bucket", standing.name),
    ] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            answer.headers_mut().insert(name, value);
        }
    }
    answer
}

/// An answer of a server on the way, which is none of Discord's.
fn bare(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    let page = format!("<html><body><h1>{status}</h1></body></html>");
    (status, [(header::CONTENT_TYPE, "text/html")], page).into_response()
}

/// Discord's 429, with its headers and its body.
fn slow_down(limit: Limit, after: Duration) -> Response {
    let message = match limit {
        Limit::Shared => "The resource is being rate limited.",
        Limit::User | Limit::Global => "You are being rate limited.",
    };
    let body = json!({
        "message": message, "retry_after": after.as_secs_f64(), "global": limit == Limit::Global,
    });
    let mut answer = (StatusCode::TOO_MANY_REQUESTS, Json(body)).into_response();
    let seconds = after.as_secs_f64().ceil();
    let scope = match limit {
        Limit::User => "user",
        Limit::Shared => "shared",
        Limit::Global => "global",
    };
    let headers = answer.headers_mut();
    if let Ok(seconds) = HeaderValue::from_str(&format!("{seconds:.0}")) {
        headers.insert("Retry-After", seconds);
    }
    headers.insert("X-RateLimit-Scope", HeaderValue::from_static(scope));
    if limit == Limit::Global {
        headers.insert("X-RateLimit-Global", HeaderValue::from_static("true"));
    }
    answer
}

/// Cloudflare's 429, which is none of Discord's: it is for the whole machine.
fn slow_machine_down(after: Duration) -> Response {
    let mut answer = (StatusCode::TOO_MANY_REQUESTS, "error code: 1015").into_response();
    let seconds = after.as_secs().to_string();
    if let Ok(seconds) = HeaderValue::from_str(&seconds) {
        answer.headers_mut().insert("Retry-After", seconds);
    }
    answer
}

async fn write_down(
    shared: &Shared,
    method: String,
    path: String,
    body: Value,
    answer: Response,
) -> Result<Response, Refusal> {
    let status = answer.status();
    let is_shared = answer
        .headers()
        .get("X-RateLimit-Scope")
        .is_some_and(|scope| scope == "shared");
    // Being asked to slow down is written down as the status alone: what was asked was not wrong.
    let (answer, refusal) = if status.is_client_error() && status.as_u16() != 429 {
        let (answer, refusal) = read_refusal(answer).await?;
        (answer, Some(refusal))
    } else {
        (answer, None)
    };
    let status = status.as_u16();
    shared.change(|world| {
        world.requests.push(world::Request {
            method,
            path,
            body,
            status,
            refusal,
            at: world.now(),
            is_invalid: matches!(status, 401 | 403 | 429) && !is_shared,
        });
    });
    Ok(answer)
}

/// Reads the JSON of a request without taking it from the request; null if it has none.
async fn read_body(request: Request) -> Result<(Request, Value), Refusal> {
    let (head, body) = request.into_parts();
    let bytes = axum::body::to_bytes(body, LARGEST_REQUEST)
        .await
        .map_err(|_| Refusal::TOO_LARGE)?;
    let mut copy = Request::new(Body::from(bytes.clone()));
    copy.headers_mut().clone_from(&head.headers);
    let payload = Payload::from_request(copy, &()).await.ok();
    let json = payload
        .filter(|_| !bytes.is_empty())
        .map(|it| it.json)
        .unwrap_or_default();
    Ok((Request::from_parts(head, Body::from(bytes)), json))
}

/// Reads the body of a refusal without taking it from the answer.
async fn read_refusal(answer: Response) -> Result<(Response, Value), Refusal> {
    let (head, body) = answer.into_parts();
    let bytes = axum::body::to_bytes(body, LARGEST_REQUEST)
        .await
        .map_err(|_| Refusal::BAD_JSON)?;
    let text = || Value::from(String::from_utf8_lossy(&bytes).into_owned());
    let refusal = serde_json::from_slice(&bytes).unwrap_or_else(|_| text());
    Ok((Response::from_parts(head, Body::from(bytes)), refusal))
}
