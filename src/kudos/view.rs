//! The texts about kudos.

use chrono::{DateTime, Utc};
use poise::serenity_prelude::CreateModal;

use super::Unposted;
use super::board::{BoardView, Side, TimeSpan};
use super::period::Period;
use super::ranking::{Page, Row};
use super::reason::Reason;
use super::{NewKudos, ThankedMessage, Thanks};
use crate::discord::DiscordError;
use crate::discord::layout::{Container, Figure};
use crate::discord::names::{Names, PersonName, pinged};
use crate::discord::reply::{Reply, button, form as modal, long_input, page_buttons};
use crate::discord::text::{as_typed, cut, timestamp};
use crate::errors::{Refusal, Words};
use crate::ids::{ChannelId, InteractionId, KudosId, MessageId, PersonId, TeamId};
use crate::kudos::action::Action;
use crate::language::{Language, Text, text, tr};
use crate::members::Unfit;
use crate::team::Team;

/// The post of `new`, for all to see, with a link to the message it is for, if any. It pings only
/// the people thanked.
#[must_use]
pub(crate) fn post(
    giver: &PersonName,
    new: &NewKudos,
    for_message: Option<ThankedMessage>,
    language: Language,
) -> Reply {
    let receivers = pinged(&new.receivers);
    let text = match for_message {
        Some(ThankedMessage { channel, message }) => tr!(
            language,
            "kudos-post-for-message",
            giver,
            receivers,
            link = link(new.team, channel, message)
        ),
        None => tr!(language, "kudos-post", giver, receivers),
    };
    framed(new.interaction, &new.receivers, text, new.reason.as_str())
}

/// The post of a stored kudos; without the message link, which is not stored.
#[must_use]
pub(crate) fn post_again(unposted: &Unposted, language: Language) -> Reply {
    let text = tr!(
        language,
        "kudos-post",
        giver = &unposted.giver_name,
        receivers = pinged(&unposted.receivers)
    );
    framed(
        unposted.interaction,
        &unposted.receivers,
        text,
        &unposted.reason,
    )
}

/// The address of a message.
pub(crate) fn link(team: TeamId, channel: ChannelId, message: MessageId) -> String {
    format!("https://discord.com/channels/{team}/{channel}/{message}")
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
    Refusal::new(text!("kudos-not-now"))
}

/// Tells the giver that Rapport does not know yet whether it was posted.
#[must_use]
pub(crate) fn unknown(reason: &Reason, language: Language) -> Reply {
    let sentence = tr!(language, "kudos-unknown");
    Reply::new(Words::from(reason.as_str()).below(sentence, language))
}

/// Tells the giver why Discord refuses the post.
#[must_use]
pub(crate) fn not_posted(refused: &DiscordError) -> Refusal {
    Refusal::new(if refused.is_unknown_channel() {
        text!("kudos-refused-channel-gone")
    } else if refused.is_missing_access() {
        text!("kudos-refused-no-access")
    } else if refused.is_missing_permissions() {
        text!("kudos-refused-no-permission")
    } else if refused.is_archived_thread() {
        text!("kudos-refused-archived")
    } else if refused.is_locked_thread() {
        text!("kudos-refused-locked")
    } else if refused.is_blocked_by_automod() {
        text!("kudos-refused-automod")
    } else if refused.is_harmful_link() {
        text!("kudos-refused-link")
    } else {
        tracing::error!(error = %refused, "Discord refuses the post of a kudos");
        text!("kudos-refused")
    })
}

/// The modal input for the reason.
pub(crate) const REASON: &str = "reason";

/// The form that asks for a reason.
pub(crate) fn form(receiver: &PersonName, thanks: Thanks, language: Language) -> CreateModal {
    let most = u16::try_from(Reason::LIMIT).unwrap_or(u16::MAX);
    let reason = long_input(REASON, &tr!(language, "kudos-form-reason"))
        .placeholder(tr!(language, "kudos-form-hint"))
        .max_length(most);
    let title = tr!(language, "kudos-form", name = receiver.label(language));
    // Discord allows 45 characters in a title.
    modal(&Action::Thank(thanks), &cut(&title, 45), reason)
}

/// Refuses thanks for a message that was deleted.
#[must_use]
pub(crate) fn message_deleted(author: &PersonName) -> Refusal {
    Refusal::new(text!("kudos-message-deleted", name = author))
}

/// Tells the giver how many they have left, and when new ones come.
#[must_use]
pub(crate) fn given(
    kudos: KudosId,
    left: u32,
    renewal: DateTime<Utc>,
    language: Language,
) -> Reply {
    let renewal = timestamp::relative(renewal);
    let left = match left {
        0 => tr!(language, "kudos-given-last", renewal),
        left => tr!(language, "kudos-given", left),
    };
    let take_back = tr!(language, "kudos-given-take-back");
    let label = tr!(language, "kudos-take-back");
    Reply::new(language.sentences(&[left, take_back]))
        .buttons(vec![button(&Action::TakeBackKudos(kudos), label)])
}

/// Replaces that answer after a take-back.
#[must_use]
pub(crate) fn taken_back(language: Language) -> Reply {
    Reply::new(tr!(language, "kudos-taken-back"))
}

/// Replaces that answer if the post can't be deleted.
#[must_use]
pub(crate) fn post_stays(language: Language) -> Reply {
    Reply::new(tr!(language, "kudos-post-stays"))
}

/// Replaces that answer if Discord does not say whether it deleted the post.
#[must_use]
pub(crate) fn post_may_stay(language: Language) -> Reply {
    Reply::new(tr!(language, "kudos-post-may-stay"))
}

/// Refuses kudos when the giver has too few left today.
#[must_use]
pub(crate) fn not_enough_left(people: usize, left: u32, renewal: DateTime<Utc>) -> Refusal {
    let renewal = timestamp::relative(renewal);
    Refusal::new(match left {
        0 => text!("kudos-none-left", renewal),
        left => text!("kudos-too-few-left", people, left, renewal),
    })
}

/// Refuses kudos when this person was thanked often enough today.
#[must_use]
pub(crate) fn enough_for(name: &PersonName, times: u32, renewal: DateTime<Utc>) -> Refusal {
    let renewal = timestamp::relative(renewal);
    Refusal::new(text!("kudos-enough-for", name, times, renewal))
}

/// Refuses people who can't be thanked.
#[must_use]
pub(crate) fn unfit(unfit: Unfit) -> Refusal {
    Refusal::new(match unfit {
        Unfit::Oneself => text!("kudos-oneself"),
        Unfit::Bot(bot) => text!("kudos-bot", name = &bot),
        Unfit::NotInTeam(person) => text!("kudos-not-here", name = &person),
    })
}

/// Replaces the board behind a recap if it has no rows left.
#[must_use]
pub(crate) fn nothing_left() -> Text {
    text!("board-nothing-left")
}

/// Replaces a leaderboard without rows.
#[must_use]
pub(crate) fn empty_board(view: BoardView, team: &Team, language: Language) -> Reply {
    let TimeSpan::Period(period) = view.when else {
        return Reply::new(nothing_left().to(language));
    };
    let place = view.scope.label();
    let empty = match period {
        Period::ThisWeek => tr!(language, "board-empty-this-week", place),
        Period::Last7Days => tr!(language, "board-empty-last-7-days", place),
        Period::ThisMonth => tr!(language, "board-empty-this-month", place),
        Period::Last30Days => tr!(language, "board-empty-last-30-days", place),
        Period::ThisQuarter => tr!(language, "board-empty-this-quarter", place),
        Period::AllTime => tr!(language, "board-empty-all-time", place),
    };
    let way = if team.kudos_on {
        tr!(language, "board-empty-way")
    } else {
        tr!(language, "board-empty-switched-off")
    };
    Reply::new(language.sentences(&[empty, way]))
}

/// A leaderboard and its picture. Tells the viewer if they have no place on it.
#[must_use]
pub(crate) fn board(
    view: BoardView,
    page: &Page,
    names: &Names,
    figure: Option<Figure>,
    language: Language,
) -> Reply {
    let line = |row: &Row| line(row, names, language);
    let mut lines: Vec<_> = page.rows.iter().map(line).collect();
    if let Some(own) = &page.own {
        lines.push("…".to_owned());
        lines.push(line(own));
    }
    let mut shown = page.rows.iter().chain(&page.own);
    let has_place = shown.any(|row| row.person == view.viewer);
    let text = match view.when {
        TimeSpan::Days(_) if !has_place => tr!(language, "board-not-on-it"),
        _ => String::new(),
    };
    let board = Container::default()
        .text(format!("## {}", title(view, language)))
        .figure(figure)
        .text(lines.join("\n"))
        .text(format!("-# {}", counted(view, page, language)))
        .buttons(page_buttons(page.number, page.of, language, |page| {
            Action::ShowBoardPage(BoardView { page, ..view })
        }));
    Reply::new(text).container(board)
}

/// A board's heading.
#[must_use]
pub(crate) fn title(view: BoardView, language: Language) -> String {
    let when = view.when.label(language);
    match view.side {
        Side::Received => tr!(language, "board-title-received", when),
        Side::Given => tr!(language, "board-title-given", when),
    }
}

/// What a board counts, and the page.
#[must_use]
pub(crate) fn counted(view: BoardView, page: &Page, language: Language) -> String {
    let place = view.scope.label();
    let counted = match view.side {
        Side::Received => tr!(language, "board-received", place),
        Side::Given => tr!(language, "board-given", place),
    };
    match page.of {
        1 => counted,
        pages => tr!(language, "board-page", counted, page = page.number, pages),
    }
}

/// The alt text of a board's picture. Short, as the list is below the picture.
#[must_use]
pub(crate) fn described(view: BoardView, page: &Page, names: &Names, language: Language) -> String {
    let board = tr!(
        language,
        "board-described",
        title = title(view, language),
        counted = counted(view, page, language)
    );
    let first = page.rows.first().filter(|first| names.has(first.person));
    let Some(first) = first else {
        return board;
    };
    let name = cut(&names.label(first.person, language), 80);
    let first = tr!(
        language,
        "board-described-first",
        rank = first.rank,
        name,
        kudos = first.kudos
    );
    language.sentences(&[board, first])
}

/// A row of a board.
#[must_use]
pub(crate) fn line(row: &Row, names: &Names, language: Language) -> String {
    let name = names.text(row.person, language);
    format!("**{}.** {name} · {}", row.rank, row.kudos)
}

#[cfg(test)]
mod tests;
