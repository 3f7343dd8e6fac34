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
pub(super) struct Extras<'a> {
    /// The addresses of people's avatars.
    pub(super) avatars: Option<&'a HashMap<PersonId, String>>,
    /// Whether a separator stands between two people.
    pub(super) separators: bool,
    /// How many characters of a note are shown.
    pub(super) note: usize,
}

/// Draws a message with all avatars and separators. If a message can't hold them, leaves out the
/// separators, the avatars, or both, and at last most of each note. Counts the buttons of every
/// person: answers make room, but must not make avatars appear.
pub(super) fn with_what_fits(
    suggestions: &[Suggestion],
    avatars: &HashMap<PersonId, String>,
    draw: impl Fn(&[Suggestion], Extras<'_>) -> Reply,
) -> Reply {
    let mut unanswered = suggestions.to_vec();
    for suggestion in &mut unanswered {
        suggestion.outcome = None;
    }
    let bare = Extras {
        avatars: None,
        separators: false,
        note: NOTE_SHOWN,
    };
    let with_avatars = Extras {
        avatars: Some(avatars),
        ..bare
    };
    let separated = |extras| Extras {
        separators: true,
        ..extras
    };
    let tight = Extras {
        note: NOTE_SHOWN_AT_LEAST,
        ..bare
    };
    let tried = [separated(with_avatars), with_avatars, separated(bare), bare];
    let fits = |extras: &Extras<'_>| {
        let drawn = [&unanswered, suggestions].map(|it| draw(it, *extras).size().fits());
        drawn.iter().all(|fits| *fits)
    };
    let extras = tried.into_iter().find(fits).unwrap_or(tight);
    draw(suggestions, extras)
}
