//! The texts of recaps.

use super::{Quote, Recap};
use crate::discord::layout::Container;
use crate::discord::names::Names;
use crate::discord::reply::{Reply, button};
use crate::discord::text::as_typed_within;
use crate::ids::{ChannelId, TeamId};
use crate::kudos::action::Action;
use crate::kudos::date_range::DateRange;
use crate::kudos::view::line;
use crate::language::Language;

/// How many characters of a reason a recap shows; the post has the rest.
const REASON_SHOWN: usize = 190;

/// The post, without pings.
#[must_use]
pub(crate) fn recap(recap: &Recap) -> Reply {
    let people = match recap.people {
        1 => "One person was thanked.".to_owned(),
        people => format!("{people} people were thanked."),
    };
    let quotes: Vec<_> = recap
        .messages
        .iter()
        .map(|quote| quoted(recap.team, quote, &recap.names))
        .collect();
    let mut frame = Container::default()
        .text(format!("## {}", title(recap.days)))
        .text(people);
    for (title, rows) in [
        ("Most thanked", &recap.thanked),
        ("Most thankful", &recap.givers),
    ] {
        if !rows.is_empty() {
            let lines: Vec<_> = rows.iter().map(|row| line(row, &recap.names)).collect();
            frame = frame.text(format!("### {title}\n{}", lines.join("\n")));
        }
    }
    if !quotes.is_empty() {
        frame = frame.separator().text(quotes.join("\n\n"));
    }
    // Add the button without a board too: it identifies a posted recap.
    let label = if recap.thanked.is_empty() {
        "My thanks"
    } else {
        "Where do I stand?"
    };
    let own = button(&Action::ShowRecapBoard(recap.id), label);
    Reply::default().container(frame.buttons(vec![own]))
}

/// A person's own numbers, for teams without leaderboards.
#[must_use]
pub(crate) fn own(days: DateRange, received: i64, given: i64) -> Reply {
    let times = |count| match count {
        1 => "once".to_owned(),
        count => format!("{count} times"),
    };
    let received = match received {
        0 => "You weren't thanked".to_owned(),
        count => format!("You were thanked {}", times(count)),
    };
    let given = match given {
        0 => "thanked nobody".to_owned(),
        count => format!("thanked others {}", times(count)),
    };
    Reply::new(format!("{}: {received}, and you {given}.", days.label()))
}

fn title(days: DateRange) -> String {
    if days.is_week() {
        format!("Thanks of the week, {}", days.label())
    } else {
        format!("Thanks, {}", days.label())
    }
}

/// Tells an admin once that recaps have stopped.
#[must_use]
pub(crate) fn stopped(channel: ChannelId) -> Reply {
    Reply::new(format!(
        "The weekly recap of kudos has stopped, as I can't post in <#{channel}> any more; choosing \
         a channel in `/setup` brings it back."
    ))
}

fn quoted(team: TeamId, quote: &Quote, names: &Names) -> String {
    let (giver, receivers) = (
        names.text(quote.giver, Language::default()),
        names.listed(&quote.receivers).to(Language::default()),
    );
    let reason = as_typed_within(&quote.reason, REASON_SHOWN).replace('\n', "\n> ");
    let link = format!(
        "https://discord.com/channels/{team}/{}/{}",
        quote.channel, quote.post
    );
    format!("**{giver}** to {receivers} · [post]({link})\n> {reason}")
}
