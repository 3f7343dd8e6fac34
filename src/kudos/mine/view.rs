//! What a member reads in `/kudos-mine`.

use super::{MinePage, Received, ThankedFor};
use crate::discord::layout::Container;
use crate::discord::names::Names;
use crate::discord::reply::{Reply, page_buttons};
use crate::discord::text::{as_typed_within, timestamp};
use crate::ids::TeamId;
use crate::kudos::action::Action;
use crate::kudos::view::link;
use crate::language::{Language, tr};

/// How many characters of reasons a page shows: all of them, unless several are very long. The
/// second is for letters that take several bytes each.
const REASONS_SHOWN: [usize; 2] = [2800, 1400];

/// A page of what they were thanked for, or a kind sentence if there is nothing yet.
#[must_use]
pub(crate) fn page(page: &MinePage, team: TeamId, language: Language) -> Reply {
    if page.received.is_empty() {
        return Reply::new(tr!(language, "mine-none"));
    }
    let [most, least] = REASONS_SHOWN;
    let whole = within(page, team, most, language);
    if whole.size().fits() {
        return whole;
    }
    within(page, team, least, language)
}

/// The page with at most `most` characters of reasons.
fn within(page: &MinePage, team: TeamId, most: usize, language: Language) -> Reply {
    let reasons: Vec<_> = page.received.iter().map(|it| reason(&it.thanks)).collect();
    let reasons = shared(&reasons, most);
    let frame = Container::default().text(format!("## {}", tr!(language, "mine-title")));
    let frame = page
        .received
        .iter()
        .zip(reasons)
        .fold(frame, |frame, (it, reason)| {
            let heading = heading(it, &page.names, team, language);
            let lines = [heading, reason];
            frame.text(lines.join("\n").trim_end())
        });
    let frame = frame
        .text(format!("-# {}", footer(page, language)))
        .buttons(page_buttons(page.number, page.of, language, |page| {
            Action::ShowMine { page }
        }));
    Reply::default().container(frame)
}

/// What the giver wrote; nothing for a reaction.
fn reason(thanks: &ThankedFor) -> &str {
    match thanks {
        ThankedFor::Words { reason, .. } => reason,
        ThankedFor::Reaction { .. } => "",
    }
}

/// The reasons, escaped. If together they have more than `most` characters, the long ones are cut to
/// what the short ones leave them.
fn shared(reasons: &[&str], most: usize) -> Vec<String> {
    let shown: Vec<_> = reasons.iter().map(|it| as_typed_within(it, most)).collect();
    let mut lengths: Vec<_> = shown.iter().map(|it| it.chars().count()).collect();
    lengths.sort_unstable();
    let (mut left, mut share) = (most, most);
    for (done, length) in lengths.iter().enumerate() {
        share = left / (lengths.len() - done);
        if *length > share {
            break;
        }
        left -= length;
    }
    shown
        .into_iter()
        .zip(reasons)
        .map(|(shown, reason)| {
            if shown.chars().count() <= share {
                shown
            } else {
                as_typed_within(reason, share)
            }
        })
        .collect()
}

/// Who gave it, when, and where.
fn heading(received: &Received, names: &Names, team: TeamId, language: Language) -> String {
    let giver = format!("**{}**", names.text(received.giver, language));
    let given_at = timestamp::date(received.given_at);
    let channel = format!("<#{}>", received.channel);
    let address = |message| link(team, received.channel, message);
    let what = match &received.thanks {
        ThankedFor::Words { post, .. } => {
            post.map(|post| tr!(language, "mine-post", link = address(post)))
        }
        ThankedFor::Reaction { emoji, message } => Some(tr!(
            language,
            "mine-reaction",
            emoji = emoji.to_string(),
            link = address(*message)
        )),
    };
    let facts = [Some(giver), Some(given_at), Some(channel), what];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    facts.join(" · ")
}

fn footer(page: &MinePage, language: Language) -> String {
    let in_all = tr!(language, "mine-count", thanks = page.in_all);
    match page.of {
        1 => in_all,
        pages => {
            let number = tr!(language, "mine-page", page = page.number, pages);
            format!("{in_all} · {number}")
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;
    use crate::ids::{ChannelId, MessageId, PersonId};
    use strum::IntoEnumIterator as _;

    fn of(reasons: Vec<String>) -> MinePage {
        let received = reasons.into_iter().map(|reason| Received {
            giver: PersonId(i64::MAX),
            given_at: DateTime::UNIX_EPOCH,
            thanks: ThankedFor::Words {
                reason,
                post: Some(MessageId(i64::MAX)),
            },
            channel: ChannelId(i64::MAX),
        });
        MinePage {
            received: received.collect(),
            names: Names::default(),
            in_all: 999_999,
            number: 99_999,
            of: 199_999,
        }
    }

    proptest! {
        #[test]
        fn reasons_share_the_room_and_short_ones_stay_whole(
            reasons in prop::collection::vec("[a*é家]{1,1000}", 1..6),
            most in 50_usize..4000,
        ) {
            let typed: Vec<_> = reasons.iter().map(String::as_str).collect();
            let shown = shared(&typed, most);
            let length = |text: &str| text.chars().count();
            prop_assert!(shown.iter().map(|it| length(it)).sum::<usize>() <= most);
            for (typed, shown) in typed.iter().zip(&shown) {
                let whole = as_typed_within(typed, usize::MAX);
                prop_assert!(length(&whole) > most / reasons.len() || *shown == whole);
            }
        }
    }

    #[test]
    fn a_page_of_the_longest_reasons_fits_a_message_in_every_language() {
        for letter in ["*", "家", "👏🏽", "x"] {
            let reason: String = letter.repeat(1000).chars().take(1000).collect();
            let page = of(vec![reason; super::super::PAGE]);
            for language in Language::iter() {
                let shown = super::page(&page, TeamId(i64::MAX), language);
                assert!(shown.size().fits(), "{letter}: {:?}", shown.size());
            }
        }
    }
}
