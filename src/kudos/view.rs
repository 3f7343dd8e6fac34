//! The texts about kudos.

use poise::serenity_prelude::{CreateActionRow, CreateInputText, CreateModal, InputTextStyle};

use super::Unposted;
use super::board::{BoardView, Scope, Side, When};
use super::chart::Chart;
use super::period::Period;
use super::ranking::{Page, Row};
use super::reason::Reason;
use super::{NewKudos, ThankedMessage, Thanks};
use crate::calendar::Zone;
use crate::discord::DiscordError;
use crate::discord::custom_id::CustomId as _;
use crate::discord::layout::{Container, Figure};
use crate::discord::names::{Names, PersonName, pinged};
use crate::discord::reply::{Reply, button};
use crate::discord::text::{as_typed, cut};
use crate::errors::{Refusal, Words};
use crate::ids::{InteractionId, KudosId, PersonId};
use crate::kudos::action::Action;
use crate::language::Language;
use crate::members::Unfit;
use crate::team::Team;

/// The post of `new`, for all to see; it pings only the people thanked.
#[must_use]
pub(crate) fn post(giver: &PersonName, new: &NewKudos) -> Reply {
    let text = thanks(giver, &new.receivers);
    framed(new.interaction, &new.receivers, text, new.reason.as_str())
}

/// The same post, with a link to the message it is for.
#[must_use]
pub(crate) fn post_for(giver: &PersonName, thanked: ThankedMessage, new: &NewKudos) -> Reply {
    let ThankedMessage { channel, message } = thanked;
    let link = format!(
        "https://discord.com/channels/{}/{channel}/{message}",
        new.team
    );
    let thanks = thanks(giver, &new.receivers);
    let text = format!("{thanks} for [this message]({link})");
    framed(new.interaction, &new.receivers, text, new.reason.as_str())
}

/// The post of a stored kudos; without the message link, which is not stored.
#[must_use]
pub(crate) fn post_again(unposted: &Unposted) -> Reply {
    let text = thanks(&unposted.giver_name, &unposted.receivers);
    framed(
        unposted.interaction,
        &unposted.receivers,
        text,
        &unposted.reason,
    )
}

fn thanks(giver: &PersonName, receivers: &[PersonId]) -> String {
    format!(
        "**{}** thanks {}",
        giver.text(Language::default()),
        pinged(receivers).to(Language::default())
    )
}

fn framed(interaction: InteractionId, receivers: &[PersonId], text: String, reason: &str) -> Reply {
    let post = Container::default()
        .with_id(post_id(interaction))
        .text(text)
        .text(as_typed(reason));
    Reply::default().pinging(receivers).container(post)
}

/// The id of the container of the post of a kudos, by which it is found again: the interaction's id
/// folded into Discord's 31 bits, above the ids that Discord gives by itself.
#[must_use]
pub(crate) fn post_id(interaction: InteractionId) -> u32 {
    const OWN: u32 = 1000;
    let folded = interaction.0.cast_unsigned() % u64::from(i32::MAX.cast_unsigned() - OWN);
    u32::try_from(folded).unwrap_or_default() + OWN
}

/// Tells the giver that Discord can't take the post now.
#[must_use]
pub(crate) fn not_now() -> Refusal {
    Refusal::new(
        "Discord can't take the post just now, so nothing was posted or counted. Trying again in \
         a minute is fine.",
    )
}

/// Tells the giver that Rapport does not know yet whether it was posted.
#[must_use]
pub(crate) fn unknown(reason: &Reason) -> Reply {
    let sentence = "Discord does not answer, so I can't tell yet whether your kudos was posted. I go \
                    on looking: it counts if the post is there, and is yours to give again if it is \
                    not.";
    Reply::new(Words::from(reason.as_str()).below(sentence.to_owned(), Language::default()))
}

/// Tells the giver why Discord refuses the post.
#[must_use]
pub(crate) fn not_posted(refused: &DiscordError) -> Refusal {
    let (why, way) = if refused.is_unknown_channel() {
        ("this channel is gone", "Thank them in another channel.")
    } else if refused.is_missing_access() {
        (
            "I can't see this channel, or I'm not in this private thread",
            "Add me to it, or thank them in another channel.",
        )
    } else if refused.is_missing_permissions() {
        (
            "I may not send messages here",
            "Ask an admin to allow me **Send Messages** (in a thread, **Send Messages in Threads**), \
             or thank them in another channel.",
        )
    } else if refused.is_archived_thread() {
        (
            "this thread is archived",
            "Reopen it, or thank them in another channel.",
        )
    } else if refused.is_locked_thread() {
        ("this thread is locked", "Thank them in another channel.")
    } else if refused.is_blocked_by_automod() {
        (
            "this server's AutoMod blocks what it says",
            "Put it in other words.",
        )
    } else if refused.is_harmful_link() {
        (
            "Discord takes a link in it for a harmful one",
            "Leave the link out.",
        )
    } else {
        tracing::error!(error = %refused, "Discord refuses the post of a kudos");
        (
            "Discord refuses the post",
            "The person who runs Rapport here can read why in its log.",
        )
    };
    Refusal::new(format!(
        "Your thanks can't be posted: {why}. Nothing was counted. {way}"
    ))
}

/// The modal input for the reason.
pub(crate) const REASON: &str = "reason";

/// The form that asks for a reason.
pub(crate) fn form(name: &str, thanks: Thanks) -> CreateModal {
    let most = u16::try_from(Reason::LIMIT).unwrap_or(u16::MAX);
    let reason = CreateInputText::new(InputTextStyle::Paragraph, "What for?", REASON)
        .placeholder("Posted in this channel, for all to see")
        .max_length(most);
    // Discord allows 45 characters in a title.
    let title = cut(&format!("Kudos for {name}"), 45);
    CreateModal::new(Action::Thank(thanks).encode(), title)
        .components(vec![CreateActionRow::InputText(reason)])
}

/// Refuses thanks for a message that was deleted.
#[must_use]
pub(crate) fn message_deleted(author: &PersonName) -> Refusal {
    Refusal::new(format!(
        "The message was deleted in the meantime, so the thanks for it were not posted, and \
         nothing is used up. `/kudos` thanks {} without it.",
        author.text(Language::default())
    ))
}

/// Tells the giver how many they have left.
#[must_use]
pub(crate) fn given(kudos: KudosId, left: u32, zone: Zone) -> Reply {
    let left = match left {
        0 => format!(
            "That was your last kudos for today; new ones come {}.",
            renewal(zone)
        ),
        1 => "You have one more kudos to give today.".to_owned(),
        left => format!("You have {left} more kudos to give today."),
    };
    Reply::new(format!("{left} This one can be taken back for 5 minutes."))
        .buttons(vec![button(&Action::TakeBackKudos(kudos), "Take it back")])
}

/// When the allowance is full again, in the team's zone, which may differ from the giver's.
fn renewal(zone: Zone) -> String {
    format!("at midnight ({zone})")
}

/// Replaces that answer after a take-back.
#[must_use]
pub(crate) fn taken_back() -> Reply {
    Reply::new("Taken back: it no longer counts, and the post goes too.")
}

/// Replaces that answer if the post can't be deleted.
#[must_use]
pub(crate) fn post_stays() -> Reply {
    Reply::new(
        "Taken back: it no longer counts. I may not delete the post; somebody who may delete \
         messages here can.",
    )
}

/// Replaces that answer if Discord does not say whether it deleted the post.
#[must_use]
pub(crate) fn post_may_stay() -> Reply {
    Reply::new(
        "Taken back: it no longer counts. Discord does not answer, so the post may still be \
         there; somebody who may delete messages here can.",
    )
}

/// Refuses kudos when the giver has too few left today.
#[must_use]
pub(crate) fn not_enough_left(asked: usize, left: u32, zone: Zone) -> Refusal {
    let renewal = renewal(zone);
    Refusal::new(match left {
        0 => format!("You have given all your kudos for today. New ones come {renewal}."),
        _ => format!(
            "You wanted to thank {asked} people and have {left} kudos left today. \
             Thank fewer of them now; new ones come {renewal}."
        ),
    })
}

/// Refuses kudos when this person was thanked often enough today.
#[must_use]
pub(crate) fn enough_for(person: &PersonName, most: u32, zone: Zone) -> Refusal {
    let times = if most == 1 {
        "once".to_owned()
    } else {
        format!("{most} times")
    };
    Refusal::new(format!(
        "You have thanked {} {times} today, which is as often as a day allows. \
         The next day begins {}.",
        person.text(Language::default()),
        renewal(zone)
    ))
}

/// Refuses people who can't be thanked.
#[must_use]
pub(crate) fn unfit(unfit: Unfit) -> Refusal {
    Refusal::new(match unfit {
        Unfit::Oneself => "That is you. Kudos are for somebody else.".to_owned(),
        Unfit::Bot(bot) => format!(
            "{} is a bot. Kudos are for people.",
            bot.text(Language::default())
        ),
        Unfit::NotInTeam(person) => {
            format!(
                "{} is not on this server. Thank somebody who is.",
                person.text(Language::default())
            )
        }
    })
}

/// Replaces the board behind a recap if it has no rows left.
pub(crate) const NOTHING_LEFT: &str =
    "Nothing of that week is left to show. `/leaderboard` shows what there is.";

/// Replaces a leaderboard without rows.
#[must_use]
pub(crate) fn empty_board(view: BoardView, team: &Team) -> Reply {
    let When::Period(period) = view.when else {
        return Reply::new(NOTHING_LEFT);
    };
    let label = period.label();
    let when = match period {
        Period::AllTime => "yet".to_owned(),
        Period::Last7Days | Period::Last30Days => format!("in the {label}"),
        _ => format!("{label} yet"),
    };
    let way = if team.kudos_on {
        "`/kudos` gives the first."
    } else {
        "They are switched off on this server."
    };
    Reply::new(format!("No kudos {} {when}. {way}", place(view.scope)))
}

/// A leaderboard and its picture. Tells the viewer if they have no place on it.
#[must_use]
pub(crate) fn board(view: BoardView, page: &Page, names: &Names, figure: Option<Figure>) -> Reply {
    let mut lines: Vec<_> = page.rows.iter().map(|row| line(row, names)).collect();
    if let Some(own) = &page.own {
        lines.push("…".to_owned());
        lines.push(line(own, names));
    }
    let mut shown = page.rows.iter().chain(&page.own);
    let has_place = shown.any(|row| row.person == view.viewer);
    let text = match view.when {
        When::Days(_) if !has_place => "You are not on this one.",
        _ => "",
    };
    let board = Container::default()
        .text(format!("## {}", title(view)))
        .figure(figure)
        .text(lines.join("\n"))
        .text(format!("-# {}", counted(view, page)))
        .buttons(page_buttons(view, page));
    Reply::new(text).container(board)
}

/// A board's heading.
#[must_use]
pub(crate) fn title(view: BoardView) -> String {
    let when = view.when.label();
    match view.side {
        Side::Received => format!("Most thanked, {when}"),
        Side::Given => format!("Most thankful, {when}"),
    }
}

/// What a board counts, and the page.
#[must_use]
pub(crate) fn counted(view: BoardView, page: &Page) -> String {
    let (counted, place) = (view.side.label(), place(view.scope));
    match page.of {
        1 => format!("Kudos {counted} {place}"),
        of => format!("Kudos {counted} {place} · page {} of {of}", page.number),
    }
}

fn place(scope: Scope) -> &'static str {
    match scope {
        Scope::Channel => "in this channel",
        Scope::Server => "on this server",
    }
}

/// The alt text of a board's picture. Short, as the list is below the picture.
#[must_use]
pub(crate) fn described(chart: &Chart) -> String {
    let first = chart.bars.first().and_then(|bar| {
        let name = cut(bar.name.as_deref()?, 80);
        Some(format!(
            " {}. is {name} with {}.",
            bar.row.rank, bar.row.kudos
        ))
    });
    format!(
        "Bar chart of the list in this message. {}. {}.{}",
        chart.title,
        chart.subtitle,
        first.unwrap_or_default()
    )
}

/// A row of a board.
#[must_use]
pub(crate) fn line(row: &Row, names: &Names) -> String {
    let name = names.text(row.person, Language::default());
    format!("**{}.** {name} · {}", row.rank, row.kudos)
}

fn page_buttons(view: BoardView, page: &Page) -> Vec<poise::serenity_prelude::CreateButton> {
    if page.of == 1 {
        return Vec::new();
    }
    let page_button = |label: &str, to: usize, possible: bool| {
        button(
            &Action::ShowBoardPage(BoardView { page: to, ..view }),
            label,
        )
        .disabled(!possible)
    };
    vec![
        page_button("Back", page.number.saturating_sub(1), page.number > 1),
        page_button("Next", page.number + 1, page.number < page.of),
    ]
}

#[cfg(test)]
mod tests;
