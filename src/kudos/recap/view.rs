//! The texts of recaps.

use super::{Quote, Recap};
use crate::discord::layout::Container;
use crate::discord::names::Names;
use crate::discord::reply::{Reply, button};
use crate::discord::text::as_typed_within;
use crate::ids::{ChannelId, TeamId};
use crate::kudos::action::Action;
use crate::kudos::date_range::DateRange;
use crate::kudos::view::{line, link};
use crate::language::{Language, text, tr};

/// How many characters of a reason a recap shows; the post has the rest.
const REASON_SHOWN: usize = 180;

/// The post, without pings.
#[must_use]
pub(crate) fn recap(recap: &Recap) -> Reply {
    let language = recap.language;
    let quotes: Vec<_> = recap
        .messages
        .iter()
        .map(|quote| quoted(recap.team, quote, &recap.names, language))
        .collect();
    let mut frame = Container::default()
        .text(format!("## {}", title(recap.days, language)))
        .text(tr!(language, "recap-people", people = recap.people));
    for (title, rows) in [
        (text!("recap-most-thanked"), &recap.thanked),
        (text!("recap-most-thankful"), &recap.givers),
    ] {
        if !rows.is_empty() {
            let line = |row| line(row, &recap.names, language);
            let lines: Vec<_> = rows.iter().map(line).collect();
            let title = title.to(language);
            frame = frame.text(format!("### {title}\n{}", lines.join("\n")));
        }
    }
    if !quotes.is_empty() {
        frame = frame.separator().text(quotes.join("\n\n"));
    }
    // Add the button without a board too: it identifies a posted recap.
    let label = if recap.thanked.is_empty() {
        text!("recap-own-thanks")
    } else {
        text!("recap-own-rank")
    };
    let own = button(&Action::ShowRecapBoard(recap.id), label.to(language));
    Reply::default().container(frame.buttons(vec![own]))
}

/// A person's own numbers, for teams without leaderboards.
#[must_use]
pub(crate) fn own(days: DateRange, received: i64, given: i64, language: Language) -> Reply {
    let days = days.label(language);
    Reply::new(tr!(language, "recap-own", days, received, given))
}

fn title(range: DateRange, language: Language) -> String {
    let days = range.label(language);
    if range.is_week() {
        tr!(language, "recap-title-week", days)
    } else {
        tr!(language, "recap-title", days)
    }
}

/// Tells an admin once that recaps have stopped.
#[must_use]
pub(crate) fn stopped(channel: ChannelId, language: Language) -> Reply {
    let channel = format!("<#{channel}>");
    Reply::new(tr!(language, "recap-stopped", channel))
}

fn quoted(team: TeamId, quote: &Quote, names: &Names, language: Language) -> String {
    let head = tr!(
        language,
        "recap-quote",
        giver = names.argument(quote.giver),
        receivers = names.listed(&quote.receivers),
        link = link(team, quote.channel, quote.post)
    );
    let reason = as_typed_within(&quote.reason, REASON_SHOWN).replace('\n', "\n> ");
    format!("{head}\n> {reason}")
}
