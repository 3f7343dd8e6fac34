use proptest::prelude::*;

use super::*;
use crate::discord::limits::{assert_form, assert_message};
use crate::ids::{ChannelId, MessageId, RecapId, TeamId};
use crate::kudos::MOST_RECEIVERS;
use crate::kudos::board::Scope;
use crate::kudos::date_range::DateRange;
use crate::kudos::recap::view::recap;
use crate::kudos::recap::{MESSAGES, MOST_LISTED, Quote, Recap};
use strum::IntoEnumIterator as _;

fn longest_name() -> PersonName {
    PersonName {
        shown: "_".repeat(32),
        username: "_".repeat(32),
    }
}

fn people(count: usize) -> Vec<PersonId> {
    (1..).take(count).map(PersonId).collect()
}

fn rows(count: usize) -> Vec<Row> {
    let row = |person| Row {
        rank: 10,
        person,
        kudos: 100_000,
    };
    people(count).into_iter().map(row).collect()
}

fn names() -> Names {
    people(20)
        .into_iter()
        .map(|person| (person, longest_name()))
        .collect()
}

#[test]
fn the_largest_board_fits_a_message_in_every_language() {
    let page = Page {
        rows: rows(10),
        number: 2,
        of: 3,
        own: rows(11).pop(),
        most: 100_000,
    };
    for language in Language::iter() {
        for (scope, side) in [
            (Scope::Channel, Side::Received),
            (Scope::Server, Side::Given),
        ] {
            let view = BoardView {
                when: TimeSpan::Period(Period::ThisQuarter),
                scope,
                side,
                viewer: PersonId(11),
                page: 2,
            };
            let figure = Figure::attached("leaderboard.png", "A picture");
            assert_message(board(view, &page, &names(), Some(figure), language));
        }
    }
}

#[test]
fn the_largest_recap_fits_a_message_in_every_language() {
    let quote = |_| Quote {
        giver: PersonId(1),
        receivers: people(MOST_RECEIVERS),
        reason: "*".repeat(Reason::LIMIT),
        channel: ChannelId(i64::MAX),
        post: MessageId(i64::MAX),
    };
    let largest = |language| Recap {
        id: RecapId(i64::MAX),
        team: TeamId(i64::MAX),
        language,
        days: DateRange::week_before("2026-11-23".parse().unwrap()),
        people: 1000,
        thanked: rows(MOST_LISTED),
        givers: rows(MOST_LISTED),
        messages: (0..MESSAGES).map(quote).collect(),
        names: names(),
    };
    for language in Language::iter() {
        assert_message(recap(&largest(language)));
    }
}

#[test]
fn the_largest_post_fits_a_message_in_every_language() {
    let largest = Unposted {
        kudos: KudosId(1),
        team: TeamId(1),
        channel: ChannelId(1),
        giver_name: longest_name(),
        receivers: people(MOST_RECEIVERS),
        reason: "*".repeat(Reason::LIMIT),
        given_at: chrono::DateTime::UNIX_EPOCH,
        interaction: InteractionId(i64::MAX),
    };
    for language in Language::iter() {
        assert_message(post_again(&largest, language));
    }
}

#[test]
fn the_form_fits_in_every_language() {
    let thanks = Thanks {
        receiver: PersonId(i64::MAX),
        for_message: None,
    };
    for language in Language::iter() {
        assert_form(&form(&longest_name(), thanks, language));
    }
}

proptest! {
    #[test]
    fn a_posts_id_is_one_that_discord_takes_and_does_not_give_by_itself(id in 0..=i64::MAX) {
        let id = post_id(InteractionId(id));
        prop_assert!((1000..=i32::MAX.cast_unsigned()).contains(&id));
    }
}

#[test]
fn a_refused_post_says_why_in_every_language() {
    let codes = [
        10003, 50001, 50013, 50083, 160_005, 200_000, 240_000, 999_999,
    ];
    let refused = |code| DiscordError::Refused {
        status: 403,
        code,
        message: String::new(),
    };
    let of_language = |language: Language| {
        let read = codes.map(|code| not_posted(&refused(code)).sentence().to(language));
        format!("{language:?}\n{}", read.join("\n"))
    };
    let read: Vec<_> = Language::iter().map(of_language).collect();
    insta::assert_snapshot!(read.join("\n\n"));
}
