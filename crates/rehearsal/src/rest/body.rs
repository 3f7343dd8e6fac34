//! What a request carries: JSON, or JSON with files.

use std::str::FromStr;

use axum::body::Bytes;
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Path, Query, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::refusal::{Form, Refusal};
use crate::rules::files::Files;
use crate::wire::ATTACHMENT_SIZE_LIMIT;
use crate::world::Message;

/// A request's JSON, and the files that came with it.
pub(super) struct Payload {
    pub(super) json: Value,
    pub(super) uploads: Vec<Upload>,
}

/// A file that came with a request.
pub(super) struct Upload {
    /// The `n` of its field `files[n]`.
    pub(super) number: u64,
    pub(super) filename: String,
    pub(super) content_type: Option<String>,
    pub(super) bytes: Bytes,
}

impl Payload {
    /// The files that a message may speak of: those here, and those that `changed` has.
    pub(super) fn files(&self, changed: Option<&Message>) -> Files {
        let uploads = self.uploads.iter();
        let kept = changed.into_iter().flat_map(|message| &message.attachments);
        Files {
            uploaded: uploads
                .map(|file| (file.number, file.filename.clone()))
                .collect(),
            kept: kept.map(|file| file.filename.clone()).collect(),
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Payload {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let is_form = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|kind| kind.starts_with("multipart/form-data"));
        if is_form {
            let form = Multipart::from_request(request, state).await;
            return read_form(form.map_err(|_| Refusal::BAD_JSON)?).await;
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|_| Refusal::TOO_LARGE)?;
        let json = if bytes.is_empty() {
            json!({})
        } else {
            parse(&bytes)?
        };
        Ok(Self {
            json,
            uploads: Vec::new(),
        })
    }
}

fn parse(bytes: &[u8]) -> Result<Value, Refusal> {
    serde_json::from_slice(bytes).map_err(|_| Refusal::BAD_JSON)
}

async fn read_form(mut form: Multipart) -> Result<Payload, Refusal> {
    let mut payload = Payload {
        json: json!({}),
        uploads: Vec::new(),
    };
    while let Some(field) = form.next_field().await.map_err(|_| Refusal::BAD_JSON)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "payload_json" {
            payload.json = parse(&read(field).await?)?;
        } else if let Some(number) = file_number(&name) {
            payload.uploads.push(Upload {
                number,
                filename: field.file_name().unwrap_or("unknown").to_owned(),
                content_type: field.content_type().map(str::to_owned),
                bytes: read(field).await?,
            });
        }
    }
    Ok(payload)
}

async fn read(field: Field<'_>) -> Result<Bytes, Refusal> {
    let bytes = field.bytes().await.map_err(|_| Refusal::TOO_LARGE)?;
    if bytes.len() > ATTACHMENT_SIZE_LIMIT {
        return Err(Refusal::TOO_LARGE);
    }
    Ok(bytes)
}

fn file_number(field: &str) -> Option<u64> {
    field
        .strip_prefix("files[")?
        .strip_suffix(']')?
        .parse()
        .ok()
}

/// The identifiers in a request's path; what is not a number is refused as Discord does.
pub(super) struct In<T>(pub(super) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for In<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(path)) => Ok(Self(path)),
            Err(_) => Err(not_a_snowflake("id")),
        }
    }
}

/// What a request's query says; what does not fit is refused as Discord does.
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        match Query::from_request_parts(parts, state).await {
            Ok(Query(query)) => Ok(Self(query)),
            Err(_) => Err(not_a_snowflake("query")),
        }
    }
}

/// The identifier `key` of a request's JSON.
///
/// # Errors
/// It is missing or not a number.
pub(super) fn snowflake<T: FromStr>(json: &Value, key: &str) -> Result<T, Refusal> {
    json[key]
        .as_str()
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| not_a_snowflake(key))
}

fn not_a_snowflake(key: &str) -> Refusal {
    let mut form = Form::default();
    form.refuse_at(key, "NUMBER_TYPE_COERCE", "Value is not snowflake.");
    match form.verdict() {
        Err(refusal) => refusal,
        Ok(()) => Refusal::BAD_JSON,
    }
}
