//! What people read in a recap.

use poise::serenity_prelude::CreateEmbed;

use super::{Quote, Recap};
use crate::discord::action::Action;
use crate::discord::names::Names;
use crate::discord::reply::{Reply, button};
use crate::discord::text::{cut, with_links};
use crate::ids::{ChannelId, TeamId};
use crate::kudos::date_range::DateRange;
use crate::kudos::view::line;

/// How much of a reason a recap shows, in characters: the post has the rest.
const REASON_SHOWN: usize = 240;

/// The post; it pings nobody.
#[must_use]
pub fn recap(recap: &Recap) -> Reply {
    let people = match recap.people {
        1 => "One person was thanked.".to_owned(),
        people => format!("{people} people were thanked."),
    };
    let quotes: Vec<_> = recap
        .messages
        .iter()
        .map(|quote| quoted(recap.team, quote, &recap.names))
        .collect();
    let description = format!("{people}\n\n{}", quotes.join("\n\n"));
    let mut embed = CreateEmbed::new()
        .title(title(recap.days))
        .description(description.trim_end());
    for (title, rows) in [
        ("Most thanked", &recap.thanked),
        ("Most thankful", &recap.givers),
    ] {
        if !rows.is_empty() {
            let lines: Vec<_> = rows.iter().map(|row| line(row, &recap.names)).collect();
            embed = embed.field(title, lines.join("\n"), true);
        }
    }
    let reply = Reply::new("").embed(embed);
    if recap.thanked.is_empty() {
        return reply;
    }
    let board = button(&Action::ShowRecapBoard(recap.id), "Where do I stand?");
    reply.buttons(vec![board])
}

fn title(days: DateRange) -> String {
    if days.is_week() {
        format!("Thanks of the week, {}", days.label())
    } else {
        format!("Thanks, {}", days.label())
    }
}

/// What admins read, once, when recaps have stopped.
#[must_use]
pub fn stopped(channel: ChannelId) -> Reply {
    Reply::new(format!(
        "The weekly recap of kudos has stopped, as I can't post in <#{channel}> any more; choosing \
         a channel in `/setup` brings it back."
    ))
}

fn quoted(team: TeamId, quote: &Quote, names: &Names) -> String {
    let (giver, receivers) = (names.text(quote.giver), names.listed(&quote.receivers));
    let reason = with_links(&cut(&quote.reason, REASON_SHOWN)).replace('\n', "\n> ");
    let link = format!(
        "https://discord.com/channels/{team}/{}/{}",
        quote.channel, quote.post
    );
    format!("**{giver}** to {receivers} · [post]({link})\n> {reason}")
}
