//! Ties in an SQLite file: due times here, candidates in `naming`, `newcomers` and
//! `apart`, permissions in
//! `changing`.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod apart;
mod changing;
mod naming;
mod newcomers;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc, Weekday};
use rapport::calendar::Circle;
use rapport::calendar::PeoplePerNudge;
use rapport::calendar::Zone;
use rapport::calendar::circle::Days;
use rapport::calendar::week::IsoWeek;
use rapport::config::{KudosSettings, NudgeSettings, TeamSettings};
use rapport::database::Database;
use rapport::database::Progress;
use rapport::discord::names::PersonName;
use rapport::encounters::{self, NewEncounter, Stated, Talk};
use rapport::ids::{EncounterId, InteractionId, PersonId, TeamId};
use rapport::members::{self, Member};
use rapport::nudges::choose::Candidate;
use rapport::nudges::store::Candidates;
use rapport::team::{self, Team};
use rapport::ties::{self, Snooze};
use rapport::when::{Precision, When};
use sqlx::{Connection as _, Row as _, SqliteConnection};
use tempfile::TempDir;

const ME: PersonId = PersonId(1);

fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn ago(days: i64) -> DateTime<Utc> {
    now() - TimeDelta::days(days)
}

fn week() -> IsoWeek {
    IsoWeek::parse("2026-W48").unwrap()
}

/// The people that my nudge could name.
async fn candidates(
    connection: &mut SqliteConnection,
    team: &Team,
    now: DateTime<Utc>,
) -> Vec<Candidate> {
    let read = Candidates::read(connection, team, &[ME], week(), now).await;
    read.unwrap()
        .of(connection, team.id.member(ME))
        .await
        .unwrap()
}

fn team(id: i64) -> Team {
    let settings = TeamSettings {
        zone: Zone::utc(),
        circle: Circle::Regular,
    };
    let kudos = KudosSettings {
        per_day: 5,
        per_person_per_day: 2,
    };
    Team::new(TeamId(id), &settings, &kudos)
}

fn name(person: i64) -> PersonName {
    PersonName {
        shown: format!("P {person}"),
        username: format!("p{person}"),
    }
}

fn member(team: &Team, person: i64) -> Member {
    let settings = NudgeSettings {
        weekday: Weekday::Mon,
        time: NaiveTime::MIN,
        people: PeoplePerNudge::default(),
    };
    Member::new(team, PersonId(person), &name(person), &settings)
}

/// A file as the bot opens it, and a connection that writes to it.
async fn open() -> (TempDir, Database, SqliteConnection) {
    let folder = TempDir::new().unwrap();
    let url = format!("sqlite://{}/t.db", folder.path().display());
    let database = Database::open(&url).await.unwrap();
    let connection = SqliteConnection::connect(&url).await.unwrap();
    (folder, database, connection)
}

/// Logs that `people` talked; the first of them logs it.
async fn log(
    connection: &mut SqliteConnection,
    team: &Team,
    people: &[i64],
    days_ago: i64,
    interaction: i64,
) -> EncounterId {
    let named: Vec<_> = people.iter().map(|it| member(team, *it)).collect();
    let when = When {
        at: ago(days_ago),
        precision: Precision::Time,
    };
    let new = NewEncounter {
        team: team.id,
        logged_by: named[0].person,
        others: named[1..].iter().map(|it| it.person).collect(),
        when: Some(Stated::in_zone(Zone::utc(), when)),
        how: None,
        note: None,
        interaction: InteractionId(interaction),
    };
    let talk = Talk {
        team: team.clone(),
        member: named[0].clone(),
        named: named[1..].to_vec(),
        new,
        now: now() + TimeDelta::hours(interaction),
    };
    let recorded = encounters::store::record(connection, talk);
    recorded.await.unwrap().logged.encounter
}

/// Checks that every tie's due time follows from its last talk and circle; returns those of `ME`.
async fn due_dates(connection: &mut SqliteConnection, team: &Team) -> Vec<(i64, Option<i64>)> {
    let rows = sqlx::query("SELECT * FROM ties WHERE team_id = ? ORDER BY member_id, other_id")
        .bind(team.id)
        .fetch_all(connection)
        .await
        .unwrap();
    let mut mine = Vec::new();
    for row in rows {
        let circle: Option<String> = row.get("circle");
        let circle = circle.map_or(team.circle, |it| Circle::parse(&it).unwrap());
        let (last, due): (Option<i64>, Option<i64>) = (row.get("last_met_at"), row.get("due_at"));
        assert_eq!(due, last.map(|last| last + circle.interval().num_seconds()));
        if row.get::<i64, _>("member_id") == ME.0 {
            let days = due.map(|due| (due - now().timestamp()).div_euclid(86400));
            mine.push((row.get("other_id"), days));
        }
    }
    mine
}

#[tokio::test]
async fn every_write_that_moves_a_due_date_keeps_it() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, mut home) = (&mut connection, team(7));
    log(connection, &home, &[1, 2, 3], 10, 1).await;
    let later = log(connection, &home, &[2, 1], 4, 2).await;
    assert_eq!(
        due_dates(connection, &home).await,
        [(2, Some(26)), (3, Some(20))]
    );
    let circle = Circle::Every(Days::new(12).unwrap());
    ties::store::set_circle(connection, home.id.member(ME), PersonId(2), circle)
        .await
        .unwrap();
    assert_eq!(
        due_dates(connection, &home).await,
        [(2, Some(8)), (3, Some(20))]
    );
    encounters::store::undo(connection, home.id.member(PersonId(2)), later)
        .await
        .unwrap();
    assert_eq!(
        due_dates(connection, &home).await,
        [(2, Some(2)), (3, Some(20))]
    );
    let until = Some(Snooze::Month.until(now(), Zone::utc()));
    ties::store::snooze(connection, home.id.member(ME), PersonId(3), until)
        .await
        .unwrap();
    ties::store::stop(connection, home.id.member(ME), PersonId(4), now())
        .await
        .unwrap();
    home.circle = Circle::Close;
    team::store::set_up(connection, &home).await.unwrap();
    members::following::store::recompute_due_of_all(connection, home.id)
        .await
        .unwrap();
    while members::following::store::step(connection, home.id, now())
        .await
        .unwrap()
        == Progress::More
    {}
    let expected = [(2, Some(2)), (3, Some(-3)), (4, None)];
    assert_eq!(due_dates(connection, &home).await, expected);
}
