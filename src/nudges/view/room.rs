//! What a nudge shows beside people's lines and buttons, as far as a message has room for it.

use std::collections::HashMap;

use crate::discord::reply::Reply;
use crate::ids::PersonId;
use crate::nudges::Suggestion;

/// How many characters of a note a nudge shows, so that it stays short.
pub(in crate::nudges) const NOTE_SHOWN: usize = 300;

/// How many it shows where more do not fit.
const NOTE_SHOWN_AT_LEAST: usize = 50;

/// What stands beside people's lines and buttons, as far as a message has room for it.
#[derive(Clone, Copy)]
pub(super) struct Room<'a> {
    /// The addresses of people's avatars.
    pub(super) avatars: Option<&'a HashMap<PersonId, String>>,
    /// Whether a line stands between two people.
    pub(super) lines: bool,
    /// How many characters of a note are shown.
    pub(super) note: usize,
}

/// Draws a message with all avatars, or with none where a message can't hold all of them, and without
/// lines between people, then with less of the notes, where it can't hold those beside them. Counts the buttons of every person: their answers
/// make room, but must not make avatars appear.
pub(super) fn with_what_fits(
    suggestions: &[Suggestion],
    avatars: &HashMap<PersonId, String>,
    draw: impl Fn(&[Suggestion], Room<'_>) -> Reply,
) -> Reply {
    let mut unanswered = suggestions.to_vec();
    for suggestion in &mut unanswered {
        suggestion.outcome = None;
    }
    let bare = Room {
        avatars: None,
        lines: false,
        note: NOTE_SHOWN,
    };
    let with_avatars = Room {
        avatars: Some(avatars),
        ..bare
    };
    let lined = |room| Room {
        lines: true,
        ..room
    };
    let tight = Room {
        note: NOTE_SHOWN_AT_LEAST,
        ..bare
    };
    let rooms = [lined(with_avatars), with_avatars, lined(bare), bare];
    let fits = |room: &Room<'_>| {
        let drawn = [&unanswered, suggestions].map(|it| draw(it, *room).size().fits());
        drawn.iter().all(|fits| *fits)
    };
    let room = rooms.into_iter().find(fits).unwrap_or(tight);
    draw(suggestions, room)
}
