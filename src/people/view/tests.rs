use super::*;
use crate::calendar::{Circle, YearlyDay};
use crate::config::{Environment, Settings};
use crate::dates::PersonDates;
use crate::discord::limits::{assert_form, assert_message};
use crate::discord::names::PersonName;
use crate::encounters::How;
use crate::encounters::note::Note;
use crate::ids::{EncounterId, TeamId};
use crate::kudos::store::Between;
use crate::people::ContactDetails;
use crate::people::talks::view::{Notice, date_form, note_form, talk as opened_talk};
use crate::people::talks::{OpenTalk, TalkAt};
use crate::team::Team;
use crate::ties::view::days_form;
use crate::when::Precision;
use strum::IntoEnumIterator as _;

fn longest_name() -> PersonName {
    PersonName {
        shown: "_".repeat(32),
        username: "_".repeat(32),
    }
}

fn longest(person: i64) -> Known {
    let circle = Circle::parse("every 730 days").unwrap();
    let mut tie = Tie::new(PersonId(i64::MAX - person), circle);
    tie.last_met_at = Some(DateTime::UNIX_EPOCH);
    tie.snoozed_until = DateTime::from_timestamp(4_000_000_000, 0);
    Known {
        tie,
        name: longest_name(),
    }
}

fn member() -> Member {
    let config = Settings::read_without_token(&Environment::default()).unwrap();
    let team = Team::new(TeamId(1), &config.teams, &config.kudos);
    Member::new(&team, PersonId(1), &longest_name(), &config.nudges)
}

fn talk(encounter: i64) -> PastTalk {
    PastTalk {
        encounter: EncounterId(i64::MAX - encounter),
        happened_at: DateTime::UNIX_EPOCH,
        stated: Some(Precision::Time),
        how: Some(How::InPerson),
        minutes: None,
        logged_by: PersonId(i64::MAX),
        logger: longest_name(),
        note: Some(Note::parse_whole(&"*".repeat(Note::WHOLE)).unwrap()),
    }
}

#[test]
fn the_largest_list_fits_a_message_in_every_language() {
    let now = DateTime::from_timestamp(3_000_000_000, 0).unwrap();
    let page = Page {
        filter: Filter {
            show: Show::Due,
            kind: Some(Kind::SkipLevel),
        },
        people: (0..10).map(longest).collect(),
        number: 2,
        of: 3,
        in_all: 25,
        with_nobody_left: 1,
    };
    for language in Language::iter() {
        assert_message(list(&page, now, language));
    }
}

#[test]
fn the_largest_card_fits_a_message_in_every_language() {
    let now = DateTime::from_timestamp(3_000_000_000, 0).unwrap();
    let leap_day = "02-29".parse().ok();
    let shown = Card {
        dates: PersonDates {
            birthday: leap_day,
            first_day: leap_day,
        },
        known: longest(0),
        contact: None,
        talks: (0..5).map(talk).collect(),
        kudos: Between {
            given: 1000,
            received: 1000,
        },
        kudos_since: Some(Between {
            given: 999,
            received: 999,
        }),
    };
    let mut of_contact = shown.clone();
    of_contact.known.tie.other = PersonId(i64::MIN);
    of_contact.contact = Some(ContactDetails {
        name: PersonName {
            shown: "_".repeat(60),
            username: "_".repeat(60),
        },
        birthday: YearlyDay::new(9, 30),
    });
    let member = member();
    for language in Language::iter() {
        let done = Some(Done::Snoozed(now));
        assert_message(card(&shown, &member, done, now, language));
        let done = Some(Done::ContactOpened);
        assert_message(card(&of_contact, &member, done, now, language));
    }
}

#[test]
fn the_largest_talk_fits_a_message_in_every_language() {
    for letter in ["*", "\u{1F680}"] {
        for language in Language::iter() {
            fits_as_a_talk(&letter.repeat(Note::WHOLE), language);
        }
    }
}

fn fits_as_a_talk(note: &str, language: Language) {
    let others: Vec<_> = (0..25).map(|it| PersonId(i64::MAX - it)).collect();
    let names = others.iter().map(|it| (*it, longest_name())).collect();
    let opened = OpenTalk {
        talk: PastTalk {
            note: Some(Note::parse_whole(note).unwrap()),
            ..talk(0)
        },
        others,
        names,
    };
    for page in 1..=5 {
        let at = TalkAt {
            encounter: opened.talk.encounter,
            other: opened.others[0],
            page,
        };
        let notice = Notice::Fixed(text!("talk-note-kept"));
        assert_message(opened_talk(&opened, at, &member(), &notice, language));
        assert_form(&note_form(at, &opened, language));
        assert_form(&date_form(at, &opened, &member(), language));
    }
}

#[test]
fn the_form_for_days_fits_in_every_language() {
    let asked = step(&longest(0).tie, CardStep::Circle);
    for language in Language::iter() {
        assert_form(&days_form(&asked, language));
    }
}
