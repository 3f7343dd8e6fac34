//! People that a nudge names for a date of theirs alone.

use crate::dates::view::coming;
use crate::discord::names::Names;
use crate::language::{Language, tr};
use crate::nudges::Suggestion;

/// The people who stand with their buttons, and those with a line below: the dated ones, if somebody is
/// suggested.
pub(super) fn with_buttons(suggestions: &[Suggestion]) -> (Vec<&Suggestion>, Vec<&Suggestion>) {
    let (dated, suggested): (Vec<_>, Vec<_>) = suggestions.iter().partition(|it| it.for_date);
    if suggested.is_empty() {
        (dated, suggested)
    } else {
        (suggested, dated)
    }
}

/// A line for each person; `None` without any that has a date still.
pub(super) fn dates_beside(
    beside: &[&Suggestion],
    names: &Names,
    language: Language,
) -> Option<String> {
    let line = |it: &&Suggestion| {
        let dates: Vec<_> = it.dates.iter().map(|it| coming(*it, language)).collect();
        let dates: Vec<_> = dates.iter().map(|it| it.to(language)).collect();
        let name = names.text(it.other, language);
        (!dates.is_empty()).then(|| format!("**{name}** · {}", language.sentences(&dates)))
    };
    let lines: Vec<_> = beside.iter().filter_map(line).collect();
    let heading = tr!(language, "nudge-also-dates");
    (!lines.is_empty()).then(|| format!("{heading}\n{}", lines.join("\n")))
}
