//! What people read about kudos.

use poise::serenity_prelude::{CreateEmbed, CreateEmbedFooter};

use super::board::{BoardView, Scope, Side};
use super::period::Period;
use super::ranking::{Page, Row};
use super::reason::Reason;
use crate::discord::action::Action;
use crate::discord::reply::{Reply, button};
use crate::discord::text::{listed, mention, plain};
use crate::errors::Refusal;
use crate::ids::{KudosId, PersonId};
use crate::members::Unfit;

/// The post that all see; it pings the people thanked and nobody else.
#[must_use]
pub fn post(giver: PersonId, receivers: &[PersonId], reason: &Reason) -> Reply {
    Reply::new(format!("{} thanks {}", mention(giver), listed(receivers)))
        .pinging(receivers)
        .embed(CreateEmbed::new().description(plain(reason.as_str())))
}

/// What the giver alone reads afterwards.
#[must_use]
pub fn given(kudos: KudosId, left: u32) -> Reply {
    let left = match left {
        0 => "That was your last kudos for today; tomorrow brings new ones.".to_owned(),
        1 => "You have one more kudos to give today.".to_owned(),
        left => format!("You have {left} more kudos to give today."),
    };
    Reply::new(format!("{left} This one can be taken back for 5 minutes."))
        .buttons(vec![button(&Action::TakeBackKudos(kudos), "Take it back")])
}

/// In place of that, once it is taken back.
#[must_use]
pub fn taken_back() -> Reply {
    Reply::new("Taken back: it no longer counts, and the post is deleted.")
}

/// Why a kudos was not given: too few left today.
#[must_use]
pub fn not_enough_left(asked: usize, left: u32) -> Refusal {
    Refusal::new(match left {
        0 => "You have given all your kudos for today. Tomorrow brings new ones.".to_owned(),
        _ => format!(
            "You wanted to thank {asked} people and have {left} kudos left today. \
             Thank fewer of them now and the others tomorrow."
        ),
    })
}

/// Why a kudos was not given: this person was thanked often enough today.
#[must_use]
pub fn enough_for(person: PersonId, most: u32) -> Refusal {
    Refusal::new(format!(
        "You have thanked {} {most} times today, which is as often as a day allows. \
         Tomorrow is fine again.",
        mention(person)
    ))
}

/// Why somebody named can't be thanked.
#[must_use]
pub fn unfit(unfit: Unfit) -> Refusal {
    Refusal::new(match unfit {
        Unfit::Oneself => "That is you. Kudos are for somebody else.".to_owned(),
        Unfit::Bot(bot) => format!("{} is a bot. Kudos are for people.", mention(bot)),
        Unfit::NotInTeam(person) => {
            format!(
                "{} is not on this server. Thank somebody who is.",
                mention(person)
            )
        }
    })
}

/// A leaderboard, for all to see.
#[must_use]
pub fn board(view: BoardView, page: &Page) -> Reply {
    let place = match view.scope {
        Scope::Channel => "in this channel",
        Scope::Server => "on this server",
    };
    let period = view.period.label();
    if page.rows.is_empty() {
        let when = match view.period {
            Period::AllTime => "yet".to_owned(),
            Period::Last7Days | Period::Last30Days => format!("in the {period}"),
            _ => format!("{period} yet"),
        };
        return Reply::new(format!(
            "No kudos {place} {when}. `/kudos` gives the first."
        ));
    }
    let title = match view.side {
        Side::Received => format!("Most thanked, {period}"),
        Side::Given => format!("Most thankful, {period}"),
    };
    let mut lines: Vec<_> = page.rows.iter().map(line).collect();
    if let Some(own) = &page.own {
        lines.push("…".to_owned());
        lines.push(line(own));
    }
    let counted = match view.side {
        Side::Received => "received",
        Side::Given => "given",
    };
    let footer = match page.of {
        1 => format!("Kudos {counted} {place}"),
        of => format!("Kudos {counted} {place} · page {} of {of}", page.number),
    };
    let embed = CreateEmbed::new()
        .title(title)
        .description(lines.join("\n"))
        .footer(CreateEmbedFooter::new(footer));
    Reply::new("").embed(embed).buttons(turns(view, page))
}

fn line(row: &Row) -> String {
    format!("**{}.** {} · {}", row.rank, mention(row.person), row.kudos)
}

fn turns(view: BoardView, page: &Page) -> Vec<poise::serenity_prelude::CreateButton> {
    if page.of == 1 {
        return Vec::new();
    }
    let turn = |label: &str, to: usize, possible: bool| {
        button(&Action::TurnBoard(BoardView { page: to, ..view }), label).disabled(!possible)
    };
    vec![
        turn("Back", page.number.saturating_sub(1), page.number > 1),
        turn("Next", page.number + 1, page.number < page.of),
    ]
}
