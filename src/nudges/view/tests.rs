use super::*;
use crate::calendar::Circle;
use crate::dates::{ComingDate, Occasion};
use crate::discord::limits::assert_message;
use crate::encounters::How;
use crate::encounters::note::Note;
use crate::ids::NudgeId;
use crate::kudos::store::Between;
use crate::nudges::chosen::MOST_BESIDE;
use strum::IntoEnumIterator as _;

/// A person with the longest name, note and lines that a nudge can have.
fn longest(person: i64, outcome: Option<SuggestionOutcome>) -> Suggestion {
    Suggestion {
        other: PersonId(i64::MAX - person),
        name: PersonName {
            shown: "_".repeat(32),
            username: "_".repeat(32),
        },
        circle: Circle::parse("every 730 days").unwrap(),
        last: Some(LastTalk {
            at: DateTime::UNIX_EPOCH,
            how: Some(How::InPerson),
            note: Some(Note::parse(&"*".repeat(Note::LIMIT)).unwrap()),
            kudos: Between {
                given: 1000,
                received: 1000,
            },
        }),
        for_date: false,
        dates: vec![
            ComingDate {
                occasion: Occasion::Birthday,
                day: chrono::NaiveDate::default(),
            },
            ComingDate {
                occasion: Occasion::FirstDay,
                day: chrono::NaiveDate::default(),
            },
        ],
        back_since: Some(chrono::NaiveDate::default()),
        question: None,
        outcome,
        reminder: Some(DateTime::UNIX_EPOCH),
        talked_since: true,
    }
}

fn avatars(suggestions: &[Suggestion]) -> HashMap<PersonId, String> {
    let url = "https://cdn.discordapp.com/embed/avatars/1.png".to_owned();
    let of = suggestions.iter().map(|it| (it.other, url.clone()));
    of.collect()
}

#[test]
fn a_nudge_has_all_avatars_or_none_whatever_the_answers() {
    for (people, expected) in [(1, 1), (3, 3), (4, 4), (5, 0)] {
        for outcome in [None, Some(SuggestionOutcome::NotNow)] {
            let suggestions: Vec<_> = (0..people).map(|it| longest(it, outcome)).collect();
            let avatars = avatars(&suggestions);
            let weekly = Nudge {
                id: NudgeId(1),
                team: TeamId(1),
                member: PersonId(1),
                language: Language::English,
                suggestions,
            };
            let weekly = nudge(&weekly, Some("Lighthouse"), &avatars, weekly.language);
            let written = serde_json::to_string(&weekly.into_message().0).unwrap();
            assert_eq!(written.matches("embed/avatars").count(), expected);
        }
    }
}

#[test]
fn the_largest_nudge_fits_a_message_in_every_language() {
    for language in Language::iter() {
        fits_as_a_nudge(longest, language);
        fits_as_a_nudge(longest_contact, language);
    }
}

/// A contact with the longest lines, beside members.
fn longest_contact(person: i64, outcome: Option<SuggestionOutcome>) -> Suggestion {
    Suggestion {
        other: PersonId(i64::MIN + person),
        name: PersonName {
            shown: "_".repeat(60),
            username: "_".repeat(60),
        },
        ..longest(person, outcome)
    }
}

fn fits_as_a_nudge(longest: fn(i64, Option<SuggestionOutcome>) -> Suggestion, language: Language) {
    let server = "_".repeat(100);
    for outcome in [None, Some(SuggestionOutcome::NotNow)] {
        let dated = (0_i64..)
            .skip(5)
            .take(MOST_BESIDE)
            .map(|person| Suggestion {
                for_date: true,
                ..longest(person, None)
            });
        let suggestions = (0..5).map(|person| longest(person, outcome));
        let suggestions: Vec<_> = suggestions.chain(dated).collect();
        let done = Some((suggestions[0].name.clone(), SuggestionOutcome::NotNow));
        let avatars = avatars(&suggestions);
        let shown = preview(TeamId(1), &suggestions, &avatars, done, language);
        let weekly = Nudge {
            id: NudgeId(i64::MAX),
            team: TeamId(1),
            member: PersonId(1),
            language,
            suggestions,
        };
        let weekly = nudge(&weekly, Some(&server), &avatars, language);
        assert_message(shown);
        assert_message(weekly);
    }
}
