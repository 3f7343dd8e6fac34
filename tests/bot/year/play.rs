//! What people do, through their clients; then the model learns of it.

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use rapport::calendar::Zone;
use rehearsal::{Answer as Answered, MessageId, Person, Seen, Unable, UserId};

use super::cast::Decision;
use super::model::{Answer, Model, Shape};

use crate::harness::{Harness, Said as _};

const PEOPLE: &str = "People in a nudge";
const CIRCLE: &str = "How often do you want to be in touch?";
const DAYS: &str = "Every how many days?";
const KIND: &str = "What are they to you?";

/// One act of a person.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    Decide(Decision),
    /// A button of a nudge, in the row of one person.
    Press {
        nudge: MessageId,
        button: String,
        of: UserId,
        /// When the nudge named them.
        named: DateTime<Utc>,
        answer: Answer,
    },
    /// `/met`, or `/contact met` with one contact: the people, and the date unless it was just now.
    Met {
        others: Vec<UserId>,
        when: Option<DateTime<Utc>>,
    },
}

/// All acts of one person on one day, in order.
pub(super) struct Doing {
    pub(super) who: UserId,
    pub(super) name: &'static str,
    pub(super) deeds: Vec<Deed>,
}

/// Plays a day: all people at once, each in order. Simultaneous acts may be handled in any order,
/// and the year must stay the same.
pub(super) async fn play(harness: &Harness, model: &mut Model, day: &[Doing], now: DateTime<Utc>) {
    let lines: Vec<_> = day.iter().map(|it| it.typed(model)).collect();
    let all = day.iter().zip(lines).map(|(it, lines)| async move {
        let person = harness.person(it.name);
        for (deed, line) in it.deeds.iter().zip(lines) {
            deed.act(&person, line).await;
        }
    });
    futures::future::join_all(all).await;
    for it in day {
        for deed in &it.deeds {
            deed.apply(model, it.who, now, |name| harness.id(name));
        }
    }
}

impl Doing {
    /// What is typed for each deed, with dates in the person's zone.
    fn typed(&self, model: &Model) -> Vec<String> {
        let zone = model.member(self.who).zone;
        let typed = |deed: &Deed| deed.typed(model, zone);
        self.deeds.iter().map(typed).collect()
    }
}

impl Deed {
    /// Whether it is about nobody but these people.
    pub(super) fn is_with(&self, people: &[UserId]) -> bool {
        match self {
            Self::Press { of, .. } => people.contains(of),
            _ => true,
        }
    }

    /// The contact that it removes.
    pub(super) fn removed(&self) -> Option<UserId> {
        match self {
            Self::Decide(Decision::Remove(contact)) => Some(contact.id),
            _ => None,
        }
    }

    fn typed(&self, model: &Model, zone: Zone) -> String {
        match self {
            Self::Decide(Decision::On) => "/nudge on".to_owned(),
            Self::Decide(Decision::Off) => "/nudge off".to_owned(),
            Self::Decide(Decision::Live(zone)) => format!("/nudge when zone: {zone}"),
            Self::Decide(Decision::At(day, time)) => {
                format!("/nudge when day: {day} time: {time}")
            }
            Self::Decide(Decision::People(people)) => people.to_string(),
            Self::Decide(Decision::Pause(length, _)) => format!("/nudge pause length: {length}"),
            Self::Decide(Decision::Resume) => "/nudge resume".to_owned(),
            Self::Decide(Decision::Untrack) => "Don't track me".to_owned(),
            Self::Decide(Decision::Track) => "Track me again".to_owned(),
            Self::Decide(Decision::Away(day)) => format!("/away until day: {day}"),
            Self::Decide(Decision::Back) => "/away end".to_owned(),
            Self::Decide(Decision::Date(occasion, day)) => {
                format!("/dates {} day: {day}", occasion.command())
            }
            Self::Decide(Decision::Note(contact)) => contact.line(),
            Self::Decide(Decision::Remove(it)) => format!("/contact remove name: {}", it.name()),
            Self::Decide(Decision::About(other, _)) => format!("/person who: @{other}"),
            Self::Decide(Decision::Arrive | Decision::Leave | Decision::Return) => String::new(),
            Self::Press { button, .. } => button.clone(),
            Self::Met { others, when } => {
                let when = when.map(|when| when.with_timezone(&zone).format("%Y-%m-%dT%H:%M"));
                let when = when.map_or(String::new(), |when| format!(" when: {when}"));
                if let Some(contact) = model.contact(others[0]) {
                    return format!("/contact met name: {}{when}", contact.name());
                }
                let options = ["", "person2: ", "person3: ", "person4: ", "person5: "];
                let names = others.iter().zip(options);
                let names: Vec<_> = names.map(|(who, to)| format!(" {to}<@{who}>")).collect();
                let names = names.concat();
                format!("/met{names}{when}")
            }
        }
    }

    async fn act(&self, person: &Person, typed: String) {
        let answer = match self {
            Self::Decide(Decision::Arrive | Decision::Leave | Decision::Return) => return,
            Self::Decide(Decision::People(_)) => {
                let panel = person.types("/settings").await.unwrap().said();
                person.choose(&panel, PEOPLE, &[&typed]).await
            }
            Self::Decide(Decision::Untrack | Decision::Track) => {
                let panel = person.types("/privacy").await.unwrap().said();
                person.press(&panel, &typed).await
            }
            Self::Decide(Decision::Remove(_)) => {
                let question = person.types(&typed).await.unwrap().said();
                person.press(&question, "Yes, remove").await
            }
            Self::Decide(Decision::About(_, shape)) => {
                let card = person.types(&typed).await.unwrap().said();
                shaped(person, &card, *shape).await
            }
            Self::Press { nudge, .. } => {
                let nudge = person.in_dms().look_again(*nudge).unwrap();
                person.in_dms().press(&nudge, &typed).await
            }
            Self::Decide(_) | Self::Met { .. } => person.types(&typed).await,
        };
        let said = answer.unwrap_or_else(|unable| panic!("{typed}: {unable}"));
        let said = said.said().text();
        assert!(self.is_confirmed_by(&said), "{typed}: {said}");
    }

    /// Whether the bot's answer confirms the act.
    fn is_confirmed_by(&self, said: &str) -> bool {
        let sign = match self {
            Self::Decide(Decision::On | Decision::Resume) => "Nudges are on",
            Self::Decide(Decision::Off) => "Nudges are off",
            Self::Decide(Decision::Live(zone)) => zone,
            Self::Decide(Decision::At(day, _)) => day,
            Self::Decide(Decision::Pause(..)) => "paused",
            Self::Decide(Decision::Away(_)) => "You're away",
            Self::Decide(Decision::Back) => "Welcome back",
            Self::Decide(Decision::Date(..)) => "read it in",
            Self::Decide(Decision::Note(_)) => "for your eyes only",
            Self::Decide(Decision::Remove(_)) => "is removed",
            Self::Decide(Decision::Untrack) => "nobody can log",
            Self::Decide(Decision::About(_, shape)) => match shape {
                Shape::Circle(..) | Shape::OwnDays(_) => "You want to be in touch",
                Shape::Snooze(..) => "Snoozed",
                Shape::Kind(..) => "Noted:",
                Shape::Stop => "Stopped",
                Shape::Resume => "Nudges about them are back",
                Shape::Apart => "You two are kept apart",
                Shape::Together => "no longer kept apart",
            },
            Self::Decide(_) => "",
            Self::Press { answer, .. } => match answer {
                Answer::Talked => "Logged: you talked",
                Answer::NotNow => "for 30 days",
                Answer::Stop => "no more nudges",
            },
            Self::Met { .. } => "Logged",
        };
        said.contains(sign)
    }

    fn apply(
        &self,
        model: &mut Model,
        who: UserId,
        now: DateTime<Utc>,
        named: impl Fn(&str) -> UserId,
    ) {
        match self {
            Self::Decide(Decision::Arrive | Decision::Leave | Decision::Return) => {}
            Self::Decide(Decision::People(people)) => model.wish(who, *people),
            Self::Decide(Decision::Pause(_, days)) => model.pause(who, *days, now),
            Self::Decide(Decision::Resume) => model.resume(who, now),
            Self::Decide(Decision::Untrack) => model.untrack(who),
            Self::Decide(Decision::Track) => model.track(who, now),
            Self::Decide(Decision::Away(day)) => model.go_away(who, day),
            Self::Decide(Decision::Back) => model.come_back(who, now),
            Self::Decide(Decision::Date(occasion, day)) => model.tell(who, *occasion, day),
            Self::Decide(Decision::Note(contact)) => model.note(who, *contact, now),
            Self::Decide(Decision::Remove(contact)) => model.remove(who, contact.id),
            Self::Decide(Decision::About(other, shape)) => {
                let other = named(other);
                model.shape(who, other, *shape, now);
            }
            Self::Decide(Decision::On) => model.join(who, now),
            Self::Decide(Decision::Off) => model.leave(who, now),
            Self::Decide(Decision::Live(zone)) => model.live(who, zone.parse().unwrap(), now),
            Self::Decide(Decision::At(day, time)) => model.choose(who, day, time, now),
            Self::Press {
                of, named, answer, ..
            } => model.answer(who, *of, *named, *answer, now),
            Self::Met { others, when } => model.talk(who, others, when.unwrap_or(now)),
        }
    }
}

/// Chooses something on a person's card.
async fn shaped(person: &Person, card: &Seen, shape: Shape) -> Result<Answered, Unable> {
    match shape {
        Shape::Circle(name, _) => person.choose(card, CIRCLE, &[name]).await,
        Shape::OwnDays(days) => {
            let form = person.choose(card, CIRCLE, &["own"]).await?;
            let form = form.modal().unwrap();
            person.submit(&form, &[(DAYS, &days.to_string())]).await
        }
        Shape::Snooze(length, _) => person.choose(card, "Snooze", &[length]).await,
        Shape::Kind(kind, _) => person.choose(card, KIND, &[kind]).await,
        Shape::Stop => person.press(card, "Stop nudges about them").await,
        Shape::Resume => person.press(card, "Resume nudges about them").await,
        Shape::Apart => person.press(card, "Keep us apart").await,
        Shape::Together => person.press(card, "No longer keep us apart").await,
    }
}

/// 14:00 of the day before, in this zone.
pub(super) fn yesterday(now: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
    let day = (now - TimeDelta::days(1)).with_timezone(&zone).date_naive();
    let local = day.and_hms_opt(14, 0, 0).unwrap();
    let at = zone.from_local_datetime(&local).earliest().unwrap();
    at.with_timezone(&Utc)
}
