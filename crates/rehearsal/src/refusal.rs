//! How Discord says no: a status, a numeric code and, for a bad form, where it is bad.

use std::ops::RangeInclusive;

use serde_json::{Map, Value, json};

/// A request that Discord does not do.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// Discord's own code for what is wrong.
    pub code: u32,
    /// The same in words.
    pub message: &'static str,
    /// For an invalid form: the errors at the places where they are.
    pub errors: Option<Map<String, Value>>,
}

impl Refusal {
    /// What Discord says to a bot that opens direct messages too fast.
    pub const OPENS_DMS_TOO_FAST: Self =
        Self::new(400, 40003, "You are opening direct messages too fast");
    /// What Discord says to a bot that it has put in quarantine.
    pub const QUARANTINED: Self = Self::new(
        400,
        20026,
        "Your bot has been flagged by our anti-spam system for abusive behavior",
    );
    /// What `AutoMod` says to a message with a word that the guild does not want.
    pub const BLOCKED_BY_AUTOMOD: Self =
        Self::new(400, 200_000, "Message was blocked by automatic moderation");
    /// What Discord says to a message with a link that it takes to be harmful.
    pub const HARMFUL_LINK: Self =
        Self::new(400, 240_000, "Message blocked by harmful links filter");
    /// What Cloudflare says in Discord's name to an address that it mistrusts.
    pub const INTERNAL_NETWORK_ERROR: Self = Self::new(403, 40333, "internal network error");
    /// What Discord says where bot and person have no server in common.
    pub const NO_MUTUAL_GUILDS: Self = Self::new(
        400,
        50278,
        "Cannot send messages to this user due to having no mutual guilds",
    );

    /// A refusal with this status, code and message.
    #[must_use]
    pub const fn new(status: u16, code: u32, message: &'static str) -> Self {
        Self {
            status,
            code,
            message,
            errors: None,
        }
    }

    /// What Discord says to a token that it does not know.
    pub const UNAUTHORIZED: Self = Self::new(401, 0, "401: Unauthorized");
    pub(super) const NO_SUCH_ROUTE: Self = Self::new(404, 0, "404: Not Found");
    pub(super) const METHOD_NOT_ALLOWED: Self = Self::new(405, 0, "405: Method Not Allowed");
    pub(super) const INVALID_TOKEN: Self = Self::new(401, 50027, "Invalid Webhook Token");
    pub(super) const BAD_JSON: Self =
        Self::new(400, 50109, "The request body contains invalid JSON.");
    pub(super) const UNKNOWN_APPLICATION: Self = Self::new(404, 10002, "Unknown Application");
    /// What Discord says of a channel that is not there.
    pub const UNKNOWN_CHANNEL: Self = Self::new(404, 10003, "Unknown Channel");
    pub(super) const UNKNOWN_GUILD: Self = Self::new(404, 10004, "Unknown Guild");
    pub(super) const UNKNOWN_MEMBER: Self = Self::new(404, 10007, "Unknown Member");
    pub(super) const UNKNOWN_MESSAGE: Self = Self::new(404, 10008, "Unknown Message");
    pub(super) const UNKNOWN_USER: Self = Self::new(404, 10013, "Unknown User");
    pub(super) const UNKNOWN_EMOJI: Self = Self::new(404, 10014, "Unknown Emoji");
    pub(super) const UNKNOWN_WEBHOOK: Self = Self::new(404, 10015, "Unknown Webhook");
    pub(super) const UNKNOWN_INTERACTION: Self = Self::new(404, 10062, "Unknown interaction");
    pub(super) const UNKNOWN_COMMAND: Self = Self::new(404, 10063, "Unknown application command");
    pub(super) const ALREADY_ACKNOWLEDGED: Self =
        Self::new(400, 40060, "Interaction has already been acknowledged.");
    /// What Discord says of a place that the bot may not see.
    pub const MISSING_ACCESS: Self = Self::new(403, 50001, "Missing Access");
    pub(super) const NOT_THE_AUTHOR: Self =
        Self::new(403, 50005, "Cannot edit a message authored by another user");
    pub(super) const EMPTY_MESSAGE: Self = Self::new(400, 50006, "Cannot send an empty message");
    /// What Discord says where a person takes no direct messages.
    pub const CANNOT_DM: Self = Self::new(403, 50007, "Cannot send messages to this user");
    pub(super) const MISSING_PERMISSIONS: Self = Self::new(403, 50013, "Missing Permissions");
    pub(super) const WRONG_CHANNEL_TYPE: Self =
        Self::new(400, 50024, "Cannot execute action on this channel type");
    pub(super) const NOT_A_TEXT_CHANNEL: Self =
        Self::new(400, 50008, "Cannot send messages in a non-text channel");
    /// What Discord says where a thread is put aside and may not be changed.
    pub const THREAD_ARCHIVED: Self = Self::new(400, 50083, "Thread is archived");
    /// What Discord says where only moderators may write in a thread.
    pub const THREAD_LOCKED: Self = Self::new(403, 160_005, "Thread is locked");
    pub(super) const TOO_OLD_TO_DELETE: Self =
        Self::new(400, 50034, "A message provided was too old to bulk delete");
    pub(super) const INTERNAL: Self = Self::new(500, 0, "500: Internal Server Error");
    pub(super) const TOO_MANY_FOLLOW_UPS: Self = Self::new(
        400,
        40094,
        "This interaction has reached the maximum number of follow up messages",
    );
    pub(super) const TOO_LARGE: Self = Self::new(413, 40005, "Request entity too large");

    /// The body that goes with the status.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body = json!({ "message": self.message, "code": self.code });
        if let Some(errors) = &self.errors {
            body["errors"] = Value::Object(errors.clone());
        }
        body
    }
}

/// Collects what is wrong with a form, each error at its place.
///
/// Lengths are counted in Unicode code points, as Discord's service counts them.
#[derive(Debug, Default)]
pub(super) struct Form {
    path: Vec<String>,
    errors: Map<String, Value>,
}

impl Form {
    /// Judges the part of the form called `key`: errors found by `judge` belong there.
    pub(super) fn within<R>(
        &mut self,
        key: &(impl ToString + ?Sized),
        judge: impl FnOnce(&mut Self) -> R,
    ) -> R {
        self.path.push(key.to_string());
        let found = judge(self);
        self.path.pop();
        found
    }

    /// Judges each item of the list `key` of `object`; an absent list has none.
    pub(super) fn each(
        &mut self,
        object: &Value,
        key: &str,
        mut judge: impl FnMut(&mut Self, &Value),
    ) {
        self.within(key, |form| {
            for (index, item) in list(object, key).iter().enumerate() {
                form.within(&index, |form| judge(form, item));
            }
        });
    }

    /// Notes an error at the present place.
    pub(super) fn refuse(&mut self, code: &str, message: impl Into<String>) {
        let mut place = &mut self.errors;
        for key in self.path.iter().map(String::as_str).chain(["_errors"]) {
            let empty = if key == "_errors" {
                json!([])
            } else {
                json!({})
            };
            match place.entry(key.to_owned()).or_insert(empty) {
                Value::Object(deeper) => place = deeper,
                Value::Array(errors) => {
                    errors.push(json!({ "code": code, "message": message.into() }));
                    return;
                }
                _ => return,
            }
        }
    }

    /// Notes an error at `key`.
    pub(super) fn refuse_at(&mut self, key: &str, code: &str, message: impl Into<String>) {
        self.within(key, |form| form.refuse(code, message));
    }

    /// The text `key` of `object` may be absent; otherwise its length is within `limits`.
    pub(super) fn text(&mut self, object: &Value, key: &str, limits: RangeInclusive<usize>) {
        match &object[key] {
            Value::Null => {}
            Value::String(text) => self.length(key, text.chars().count(), limits),
            _ => self.refuse_at(
                key,
                "STRING_TYPE_CONVERT",
                "Could not interpret as a string.",
            ),
        }
    }

    /// The text `key` of `object` is there, and its length is within `limits`.
    pub(super) fn required_text(
        &mut self,
        object: &Value,
        key: &str,
        limits: RangeInclusive<usize>,
    ) {
        if object[key].is_null() || (*limits.start() > 0 && object[key] == "") {
            self.required(key);
        } else {
            self.text(object, key, limits);
        }
    }

    /// The number of items of the list `key` of `object` is within `limits`.
    pub(super) fn count(&mut self, object: &Value, key: &str, limits: RangeInclusive<usize>) {
        self.length(key, list(object, key).len(), limits);
    }

    /// The value `key` of `object` may be absent; otherwise it is `true` or `false`.
    pub(super) fn boolean(&mut self, object: &Value, key: &str) {
        if !object[key].is_null() && !object[key].is_boolean() {
            let message = "Must be either true or false.";
            self.refuse_at(key, "BOOLEAN_TYPE_CONVERT", message);
        }
    }

    /// Notes that `key` is missing.
    pub(super) fn required(&mut self, key: &str) {
        self.refuse_at(key, "BASE_TYPE_REQUIRED", "This field is required");
    }

    fn length(&mut self, key: &str, length: usize, limits: RangeInclusive<usize>) {
        if limits.contains(&length) {
            return;
        }
        let (least, most) = limits.into_inner();
        if least == 0 {
            let message = format!("Must be {most} or fewer in length.");
            self.refuse_at(key, "BASE_TYPE_MAX_LENGTH", message);
        } else {
            let message = format!("Must be between {least} and {most} in length.");
            self.refuse_at(key, "BASE_TYPE_BAD_LENGTH", message);
        }
    }

    /// The verdict.
    ///
    /// # Errors
    /// Code 50035 with everything that was noted.
    pub(super) fn verdict(self) -> Result<(), Refusal> {
        if self.errors.is_empty() {
            return Ok(());
        }
        Err(Refusal {
            errors: Some(self.errors),
            ..Refusal::new(400, 50035, "Invalid Form Body")
        })
    }
}

/// The items of the list `key` of `object`; none if there is no such list.
pub(super) fn list<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object[key].as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_stand_where_they_are() {
        let mut form = Form::default();
        let body = json!({ "embeds": [{}, { "title": "x".repeat(300) }] });
        form.each(&body, "embeds", |form, embed| {
            form.text(embed, "title", 0..=256);
        });
        let refusal = form.verdict().unwrap_err();
        assert_eq!(refusal.code, 50035);
        assert_eq!(
            refusal.body()["errors"]["embeds"]["1"]["title"]["_errors"][0]["code"],
            "BASE_TYPE_MAX_LENGTH"
        );
    }
}
