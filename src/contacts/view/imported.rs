//! What people read about a file with contacts.

use crate::calendar::Zone;
use crate::contacts::action::Action;
use crate::contacts::import::{BadLine, FileError, Imported, LARGEST, Understood};
use crate::contacts::{MOST, view};
use crate::discord::layout::Container;
use crate::discord::reply::{Reply, button, main_button};
use crate::discord::text::plain;
use crate::errors::Refusal;
use crate::interaction::Caller;
use crate::language::{Language, Text, text, tr};
use crate::members::Member;
use crate::prose::is_visible;

/// How many of the contacts in a file are shown.
const SHOWN: usize = 5;

/// How many of its bad lines are shown.
const BAD_SHOWN: usize = 8;

/// What Rapport understood of a file, and the question whether to add it.
#[must_use]
pub(in crate::contacts) fn understood(
    understood: &Understood,
    member: &Member,
    caller: &Caller,
) -> Reply {
    let (language, zone) = (caller.language, member.schedule.zone);
    let count = understood.new.len();
    let frame = Container::default()
        .text(tr!(language, "import-new", count))
        .text(first(&understood.new, zone, language))
        .text(left_out(understood, language));
    if count == 0 {
        return Reply::default().container(frame);
    }
    let (add, drop) = (
        Action::AddImported(caller.interaction),
        Action::DropImported(caller.interaction),
    );
    Reply::default().container(frame.buttons(vec![
        main_button(&add, tr!(language, "import-add", count)),
        button(&drop, tr!(language, "import-drop")),
    ]))
}

/// The first contacts, a line each.
fn first(new: &[Imported], zone: Zone, language: Language) -> String {
    let shown = new.iter().take(SHOWN).map(|it| line(it, zone, language));
    let rest = new.len().saturating_sub(SHOWN);
    let more = (rest > 0).then(|| tr!(language, "import-more", count = rest));
    shown.chain(more).collect::<Vec<_>>().join("\n")
}

fn line(it: &Imported, zone: Zone, language: Language) -> String {
    let name = &it.details.name;
    let birthday = it.details.birthday.map(|it| it.in_words(language));
    let talked = it.last_talk.as_ref().map(|talk| {
        let day = talk.at.with_timezone(&zone).date_naive();
        tr!(
            language,
            "import-last-talk",
            day = language.day_and_year(day)
        )
    });
    let facts = [
        Some(format!("**{}**", plain(&name.shown))),
        is_visible(&name.username).then(|| plain(&name.username)),
        birthday.map(|day| tr!(language, "people-birthday", day)),
        talked,
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is not added, and why.
fn left_out(understood: &Understood, language: Language) -> String {
    let Understood { known, bad, .. } = understood;
    let known = (*known > 0).then(|| tr!(language, "import-known", count = *known));
    let heading = (!bad.is_empty()).then(|| tr!(language, "import-bad", count = bad.len()));
    let lines = bad.iter().take(BAD_SHOWN).map(|(line, why)| {
        let why = reason(why, language).to(language);
        tr!(language, "import-bad-line", line = line.to_string(), why)
    });
    let rest = bad.len().saturating_sub(BAD_SHOWN);
    let more = (rest > 0).then(|| tr!(language, "import-more", count = rest));
    let all = known.into_iter().chain(heading).chain(lines).chain(more);
    all.collect::<Vec<_>>().join("\n")
}

fn reason(why: &BadLine, language: Language) -> Text {
    match why {
        BadLine::Details(error) => view::bad_details_text(error, language),
        BadLine::LastTalk(error) => error.sentence(language),
    }
}

/// The contacts are added.
#[must_use]
pub(in crate::contacts) fn added(count: usize, language: Language) -> Reply {
    Reply::new(tr!(language, "import-added", count)).buttons(vec![view::all_contacts(language)])
}

/// Nothing is added.
#[must_use]
pub(in crate::contacts) fn dropped(language: Language) -> Reply {
    Reply::new(tr!(language, "import-dropped"))
}

/// Refuses a decision about a file that is gone: it was added, or nobody decided in time.
pub(in crate::contacts) fn no_longer_waiting() -> Refusal {
    Refusal::new(text!("import-gone"))
}

/// Refuses a large file.
pub(in crate::contacts) fn too_large() -> Refusal {
    Refusal::new(text!("import-too-large", most = LARGEST / (1024 * 1024)))
}

/// Refuses more contacts than Rapport keeps.
pub(in crate::contacts) fn too_many(have: usize, more: usize) -> Refusal {
    Refusal::new(text!("import-too-many", most = MOST, have, more))
}

/// Refuses a file that can't be read.
pub(in crate::contacts) fn bad_file(error: FileError) -> Refusal {
    Refusal::new(match error {
        FileError::Encoding => text!("import-encoding"),
        FileError::Unknown => text!("import-unknown"),
        FileError::Empty => text!("import-empty"),
        FileError::TooMany(count) => text!("import-too-long", most = MOST, count),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Environment, Settings};
    use crate::contacts::birthday::BirthdayError;
    use crate::contacts::{DetailsError, read_details};
    use crate::discord::limits::assert_message;
    use crate::discord::names::PersonName;
    use crate::encounters::Stated;
    use crate::ids::{InteractionId, PersonId, TeamId};
    use crate::team::Team;
    use crate::when::{Order, Precision, When};
    use chrono::DateTime;
    use strum::IntoEnumIterator as _;

    #[test]
    fn the_largest_file_fits_a_message_in_every_language() {
        let config = Settings::read_without_token(&Environment::default()).unwrap();
        let team = Team::new(TeamId(1), &config.teams, &config.kudos);
        let name = PersonName::default();
        let member = Member::new(&team, PersonId(1), &name, &config.nudges);
        let long = "_".repeat(60);
        let when = When {
            at: DateTime::UNIX_EPOCH,
            precision: Precision::Day,
        };
        let contact = Imported {
            details: read_details(&long, &long, "30 September", Order::Unclear).unwrap(),
            last_talk: Some(Stated::in_zone(member.schedule.zone, when)),
        };
        let typed = "_".repeat(100);
        let bad = BadLine::Details(DetailsError::Birthday(typed, BirthdayError::Unreadable));
        let file = Understood {
            new: vec![contact; MOST],
            known: MOST,
            bad: vec![(9999, bad); MOST],
        };
        for language in Language::iter() {
            let caller = Caller {
                team: team.id,
                person: member.person,
                name: name.clone(),
                is_named_in_team: true,
                language,
                server_language: None,
                interaction: InteractionId(i64::MAX),
            };
            assert_message(understood(&file, &member, &caller));
        }
    }
}
