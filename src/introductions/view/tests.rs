use std::collections::HashMap;

use strum::IntoEnumIterator as _;

use super::*;
use crate::discord::limits::assert_message;
use crate::discord::member_lookup::Profile;
use crate::ids::{ChannelId, IntroductionId, PersonId};
use crate::introductions::action::ThreadMessage;
use crate::introductions::{Answer, Introduced, Introduction};
use crate::questions::Question;

const NOW: DateTime<Utc> = DateTime::from_timestamp(1_764_000_000, 0).unwrap();

fn person(id: i64, zone: &str) -> Introduced {
    Introduced {
        person: PersonId(i64::MAX - id),
        name: PersonName {
            shown: "*".repeat(32),
            username: "_".repeat(32),
        },
        zone: zone.parse().unwrap(),
        about: (id > 1).then(|| "*".repeat(AboutLine::LENGTH)),
        answer: None,
    }
}

fn introduction(zones: &[&str], language: Language) -> Introduction {
    let people = zones.iter().zip(1..).map(|(zone, id)| person(id, zone));
    Introduction {
        id: IntroductionId(i64::MAX),
        team: TeamId(1),
        language,
        round: RoundId(1),
        people: people.collect(),
        questions: [1, 2].into_iter().filter_map(Question::new).collect(),
        met_at: None,
        next: None,
    }
}

#[test]
fn every_message_fits_in_every_language() {
    let profile = Profile {
        roles: Vec::new(),
        since: Some(NOW),
    };
    let profiles = HashMap::from([(PersonId(i64::MAX - 1), profile)]);
    let plan = Plan::in_channel(ChannelId(i64::MAX), NOW);
    for language in Language::iter() {
        for zones in [
            &["UTC", "UTC"][..],
            &["Asia/Tokyo", "Europe/Berlin"],
            &["Asia/Tokyo", "Europe/Berlin", "America/New_York"],
        ] {
            let mut shown = introduction(zones, language);
            assert_message(opening(&shown, &profiles, NOW));
            assert_message(question(&shown));
            assert!(thread_name(&shown).chars().count() <= 100);
            shown.people[0].answer = Some(Answer::Cannot);
            for card in [ThreadMessage::Opening, ThreadMessage::Question] {
                assert_message(answered(&shown, card, NOW));
            }
            shown.met_at = Some(NOW);
            for card in [ThreadMessage::Opening, ThreadMessage::Question] {
                assert_message(answered(&shown, card, NOW));
            }
        }
        assert_message(offer(TeamId(i64::MAX), &plan, language));
        assert_message(joined(TeamId(i64::MAX), NOW, language));
        let counted = RoundCounts {
            people: 2_000,
            pairs: 1_000,
            met: 0,
        };
        assert_message(summary(RoundId(i64::MAX), counted, language));
    }
}

#[test]
fn hours_are_told_on_each_clock_where_clocks_differ() {
    let profiles = HashMap::new();
    let text = |zones: &[&str]| {
        let shown = introduction(zones, Language::English);
        serde_json::to_string(&opening(&shown, &profiles, NOW).into_message().0).unwrap()
    };
    assert!(text(&["Europe/Berlin", "America/New_York"]).contains(" 15:00"));
    assert!(!text(&["Europe/Berlin", "Europe/Paris"]).contains(" 15:00"));
}
