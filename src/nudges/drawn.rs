//! A nudge as a message, with what only Discord knows: the server's name and people's avatars.

use super::{Nudge, view};
use crate::app::App;
use crate::discord::reply::Reply;
use crate::ids::PersonId;
use crate::language::Language;
use crate::members::presence;

/// The nudge with the answers so far.
pub(super) async fn nudge(app: &App, nudge: &Nudge, language: Language) -> Reply {
    let people: Vec<PersonId> = nudge.suggestions.iter().map(|it| it.other).collect();
    let (server, avatars) = tokio::join!(
        app.server_name(nudge.team),
        presence::avatars(app, nudge.team, &people),
    );
    view::nudge(nudge, server.as_deref(), &avatars, language)
}
