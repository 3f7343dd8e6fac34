//! Tells members that their direct messages are closed, so nudges cannot reach them.

use super::{Member, store};
use crate::app::App;
use crate::interaction::Caller;
use crate::language::{Text, text};

/// Added to the answer of every command until they run `/nudge on`.
fn closed_dms() -> Text {
    text!("closed-dms")
}

/// The notice for this member, if nudges can't reach them.
#[must_use]
pub(crate) fn notice(member: &Member) -> Option<Text> {
    (member.dms_closed && member.is_joined()).then(closed_dms)
}

/// Looks up the notice for a member who may have changed that by their command.
pub(crate) async fn look_up_notice(app: &App, caller: &Caller) -> Option<Text> {
    let readers = app.database.readers();
    let found = store::takes_no_dms(readers, caller.key()).await;
    let closed = found.unwrap_or_else(|error| {
        // Their command is done: don't lose its answer over this addition.
        tracing::warn!(error = %error, "could not look up whether nudges arrive");
        false
    });
    closed.then(closed_dms)
}
