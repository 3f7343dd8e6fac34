//! What is used outside of a team's server, in direct messages or a server without Rapport, and is about
//! a team all the same.

use serde_json::Value;

use super::caller::Caller;
use crate::discord::custom_id::put_into_team;
use crate::discord::reply::Reply;
use crate::discord::text::plain;

/// The team of an answer outside of its server. Every component in the answer carries the team.
#[derive(Debug)]
pub(crate) struct Elsewhere {
    caller: Caller,
    server: Option<String>,
}

impl Elsewhere {
    /// `server` is the name of the caller's team, if it is known.
    #[must_use]
    pub(crate) fn new(caller: Caller, server: Option<String>) -> Self {
        Self { caller, server }
    }

    /// The person, as a member of the team.
    #[must_use]
    pub(crate) fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The reply with the server's name below it, if there is room.
    pub(super) fn sign(&self, reply: Reply) -> Reply {
        let Some(server) = &self.server else {
            return reply;
        };
        let signed = reply.clone().and(&format!("-# {}", plain(server)));
        if signed.size().fits() { signed } else { reply }
    }

    /// Writes the team into every component of a message or form.
    pub(super) fn put_into_team(&self, message: &mut Value) {
        put_into_team(message, self.caller.team);
    }
}
