//! Logs talks with everything that follows from them. Talks that wait for the disk at the same
//! moment are written as a set: a statement for all of them costs little more than for one.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};
use sqlx::SqliteConnection;

use super::correct::correct;
use super::known::{self, Before, Known};
use super::logged::logged_encounters;
use super::{add_note, fits};
use crate::database::{StoreResult, read_list};
use crate::encounters::{CORRECTION_WINDOW, How, LogOutcome, Logged, Recorded, Talk};
use crate::ids::{EncounterId, TeamId};
use crate::members::{self, Member};
use crate::team::{self, Team};
use crate::ties;

/// Logs one talk, like [`record_all`].
pub async fn record(connection: &mut SqliteConnection, talk: Talk) -> StoreResult<Recorded> {
    let recorded = record_all(connection, &[talk]).await?.pop();
    Ok(recorded.ok_or(sqlx::Error::RowNotFound)?)
}

/// Logs `talks`: stores the people named as members of their team, makes the loggers' nudges weekly
/// again, and stores whether it asks them about nudges. Corrects the encounter of a member who
/// logged the same people a moment ago. Writes nothing for an interaction that was handled before.
/// Returns what was stored, in the order of `talks`.
pub(crate) async fn record_all(
    connection: &mut SqliteConnection,
    talks: &[Talk],
) -> StoreResult<Vec<Recorded>> {
    let mut recorded = BTreeMap::new();
    let mut left: Vec<_> = talks.iter().enumerate().collect();
    while !left.is_empty() {
        // A second talk of the same member may correct the first, so it comes after it.
        let mut loggers = HashSet::new();
        let (set, later) = left
            .into_iter()
            .partition(|(_, talk)| loggers.insert(talk.member.key()));
        left = later;
        let (places, set): (Vec<_>, Vec<_>) = set.into_iter().unzip();
        recorded.extend(places.into_iter().zip(record_set(connection, &set).await?));
    }
    Ok(recorded.into_values().collect())
}

/// Logs talks of which no two have the same logger.
async fn record_set(
    connection: &mut SqliteConnection,
    talks: &[&Talk],
) -> StoreResult<Vec<Recorded>> {
    let described: Value = talks.iter().map(|talk| describe(talk)).collect();
    let known = known::look_up(connection, &described.to_string()).await?;
    let with_news = among(talks, &known, |it| !it.are_people_stored);
    keep_people(connection, &with_news).await?;
    let logged = log_set(connection, talks, &described, &known).await?;
    let sides: Vec<_> = talks
        .iter()
        .zip(&logged)
        .filter(|(_, logged)| logged.outcome.wrote())
        .map(|(talk, _)| (talk.team.id, talk.new.people()))
        .collect();
    ties::store::refresh_all(connection, &sides).await?;
    let mut followed = Vec::with_capacity(talks.len());
    let answering = among(talks, &known, |it| it.is_nudge_unanswered);
    let answering: Vec<_> = answering
        .iter()
        .map(|it| (it.member.key(), it.now))
        .collect();
    let answered = members::store::plan::all_acted(connection, &answering).await?;
    for (talk, logged) in talks.iter().zip(&logged) {
        let Talk { member, now, .. } = talk;
        let acted = answered.contains(&member.key());
        let encounter = logged.encounter;
        let invited = !member.asked
            && !member.is_joined()
            && members::store::ask_once(connection, member.key(), encounter, *now).await?;
        followed.push((acted, invited));
    }
    let wanted: Vec<_> = talks
        .iter()
        .zip(&logged)
        .map(|(talk, logged)| (&talk.team, logged.encounter, talk.member.person))
        .collect();
    let mut encounters = logged_encounters(connection, &wanted).await?;
    let mut recorded = Vec::with_capacity(talks.len());
    for (logged, (acted, invited)) in logged.into_iter().zip(followed) {
        let encounter = encounters.remove(&logged.encounter);
        recorded.push(Recorded {
            logged: encounter.ok_or(sqlx::Error::RowNotFound)?,
            outcome: logged.outcome,
            acted,
            invited,
        });
    }
    Ok(recorded)
}

/// The talks that were not logged before and whose `known` passes the test `is`.
fn among<'a>(talks: &[&'a Talk], known: &[Known], is: fn(&Known) -> bool) -> Vec<&'a Talk> {
    let wanted = |it: &Known| !it.is_repeated() && is(it);
    let talks = talks.iter().zip(known).filter(|(_, known)| wanted(known));
    talks.map(|(talk, _)| *talk).collect()
}

/// Stores the teams, loggers and people named who are new, and their new names.
async fn keep_people(connection: &mut SqliteConnection, talks: &[&Talk]) -> StoreResult<()> {
    if talks.is_empty() {
        return Ok(());
    }
    let teams: BTreeMap<TeamId, (&Team, _)> = talks
        .iter()
        .map(|talk| (talk.team.id, (&talk.team, talk.now)))
        .collect();
    for (team, now) in teams.into_values() {
        team::store::keep(connection, team, now).await?;
    }
    let people: Vec<Member> = talks.iter().flat_map(|it| named(it)).cloned().collect();
    members::store::keep_all(connection, &people).await
}

/// Stores the encounters, or corrects those of a moment ago.
async fn log_set(
    connection: &mut SqliteConnection,
    talks: &[&Talk],
    described: &Value,
    known: &[Known],
) -> StoreResult<Vec<Logged>> {
    let mut logged = BTreeMap::new();
    for (place, known) in known.iter().enumerate() {
        if let Some(before) = known.before {
            let again = log_again(connection, before, talks[place]).await?;
            logged.insert(place, again);
        }
    }
    let new: Vec<_> = (0..talks.len())
        .filter(|place| !logged.contains_key(place))
        .collect();
    let described: Value = new.iter().map(|place| described[*place].clone()).collect();
    let inserted = insert(connection, &described.to_string()).await?;
    for (place, encounter) in new.into_iter().zip(inserted) {
        if let Some(note) = &talks[place].new.note {
            add_note(connection, encounter, talks[place].new.logged_by, note).await?;
        }
        let outcome = LogOutcome::New;
        logged.insert(place, Logged { encounter, outcome });
    }
    Ok(logged.into_values().collect())
}

/// The people named, the logger among them.
fn named(talk: &Talk) -> impl Iterator<Item = &Member> {
    talk.named.iter().chain([&talk.member])
}

/// A talk as JSON, for the statements of this file and of [`known`].
fn describe(talk: &Talk) -> Value {
    let Talk { new, now, .. } = talk;
    let when = new.when.as_ref();
    let day = when.map(|it| (it.day.start.timestamp(), it.day.end.timestamp()));
    let (day_starts, day_ends) = day.unzip();
    json!({
        "team": new.team,
        "logger": new.logged_by,
        "interaction": new.interaction,
        "people": new.people(),
        "other": new.others.first(),
        "named": named(talk)
            .map(|it| json!([it.person, it.name.shown, it.name.username]))
            .collect::<Value>(),
        "happened_at": when.map_or(*now, |when| when.at).timestamp(),
        "stated": when.map(|when| when.precision.as_str()),
        "how": new.how.map(How::as_str),
        "logged_at": now.timestamp(),
        "correctable_since": (*now - CORRECTION_WINDOW).timestamp(),
        "stated_at": when.map(|when| when.at.timestamp()),
        "day_starts": day_starts,
        "day_ends": day_ends,
    })
}

async fn log_again(
    connection: &mut SqliteConnection,
    before: Before,
    talk: &Talk,
) -> StoreResult<Logged> {
    let (encounter, author, note) = (before.encounter, talk.new.logged_by, talk.new.note.as_ref());
    let outcome = if before.repeated {
        LogOutcome::Repeated
    } else if !fits(connection, encounter, author, note).await? {
        LogOutcome::NoteFull
    } else {
        correct(connection, before, &talk.new, talk.now).await?;
        if let Some(note) = note {
            add_note(connection, encounter, author, note).await?;
        }
        if talk.new.says_more() {
            LogOutcome::Corrected
        } else {
            LogOutcome::SaidAgain
        }
    };
    Ok(Logged { encounter, outcome })
}

/// Inserts the encounters and everyone who took part. Returns their ids, in order.
async fn insert(
    connection: &mut SqliteConnection,
    described: &str,
) -> StoreResult<Vec<EncounterId>> {
    let inserted = sqlx::query_scalar!(
        r#"WITH listed AS MATERIALIZED (SELECT value AS talk FROM json_each(?))
           INSERT INTO encounters (team_id, logged_by, happened_at, stated, how, logged_at,
                                   interaction_id)
           SELECT talk ->> 'team', talk ->> 'logger', talk ->> 'happened_at', talk ->> 'stated',
                  talk ->> 'how', talk ->> 'logged_at', talk ->> 'interaction'
           FROM listed;
           WITH listed AS MATERIALIZED (SELECT value AS talk FROM json_each(?))
           INSERT INTO encounter_people (team_id, person_id, happened_at, encounter_id)
           SELECT e.team_id, p.value, e.happened_at, e.encounter_id
           FROM listed
           CROSS JOIN encounters AS e ON e.team_id = talk ->> 'team'
                                     AND e.interaction_id = talk ->> 'interaction'
           CROSS JOIN json_each(talk, '$.people') AS p;
           WITH listed AS MATERIALIZED (SELECT key AS place, value AS talk FROM json_each(?))
           SELECT json_group_array(e.encounter_id ORDER BY place) AS "inserted!: String"
           FROM listed
           CROSS JOIN encounters AS e ON e.team_id = talk ->> 'team'
                                     AND e.interaction_id = talk ->> 'interaction'"#,
        described,
        described,
        described,
    )
    .fetch_one(connection)
    .await?;
    read_list("encounters", "encounter_id", &inserted)
}
