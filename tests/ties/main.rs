//! Ties on a real SQLite file: when they fall due, whom a nudge could name, and who may change
//! what.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod newcomers;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use rapport::config::{KudosSettings, NudgeSettings, TeamSettings};
use rapport::database::Database;
use rapport::encounters::note::Note;
use rapport::encounters::{self, Amended, Amendment, Kept, MOST_OTHERS, NewEncounter};
use rapport::ids::{EncounterId, InteractionId, PersonId, TeamId};
use rapport::members::Member;
use rapport::nudges;
use rapport::nudges::choose::{Wish, choose};
use rapport::nudges::week::IsoWeek;
use rapport::team::{self, Team};
use rapport::ties::circle::Days;
use rapport::ties::{self, Circle, Snooze};
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

fn team(id: i64) -> Team {
    let settings = TeamSettings {
        zone: Tz::UTC,
        circle: Circle::Regular,
    };
    let kudos = KudosSettings {
        per_day: 5,
        per_person_per_day: 2,
    };
    Team::new(TeamId(id), &settings, &kudos)
}

fn member(team: &Team, person: i64) -> Member {
    let settings = NudgeSettings {
        weekday: Weekday::Mon,
        time: NaiveTime::MIN,
        people: Wish::default(),
    };
    Member::new(team, PersonId(person), &format!("p{person}"), &settings)
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
    let new = NewEncounter {
        team: team.id,
        logged_by: named[0].person,
        others: named[1..].iter().map(|it| it.person).collect(),
        happened_at: Some(ago(days_ago)),
        how: None,
        note: None,
        interaction: InteractionId(interaction),
    };
    let at = now() + TimeDelta::hours(interaction);
    let recorded = encounters::store::record(connection, team, &named[0], &named[1..], &new, at);
    recorded.await.unwrap().kept.encounter
}

/// Every tie's due date is its last encounter and its circle; gives those of `ME`.
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
    ties::store::set_circle(connection, home.id, ME, PersonId(2), circle)
        .await
        .unwrap();
    assert_eq!(
        due_dates(connection, &home).await,
        [(2, Some(8)), (3, Some(20))]
    );
    encounters::store::undo(connection, home.id, later, PersonId(2))
        .await
        .unwrap();
    assert_eq!(
        due_dates(connection, &home).await,
        [(2, Some(2)), (3, Some(20))]
    );
    let until = Some(Snooze::Month.until(now(), Tz::UTC));
    ties::store::snooze(connection, home.id, ME, PersonId(3), until)
        .await
        .unwrap();
    ties::store::stop(connection, home.id, ME, PersonId(4), now())
        .await
        .unwrap();
    home.circle = Circle::Close;
    team::store::set_up(connection, &home).await.unwrap();
    let expected = [(2, Some(2)), (3, Some(-3)), (4, None)];
    assert_eq!(due_dates(connection, &home).await, expected);
}

#[tokio::test]
async fn ties_of_an_older_file_get_their_due_dates() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, team) = (&mut connection, team(7));
    log(connection, &team, &[1, 2, 3, 4, 5, 6, 7], 10, 1).await;
    let own = Circle::Every(Days::new(123).unwrap());
    for (other, circle) in (2..).zip(Circle::NAMED.into_iter().chain([own])) {
        ties::store::set_circle(connection, team.id, ME, PersonId(other), circle)
            .await
            .unwrap();
    }
    let before = due_dates(connection, &team).await;
    sqlx::query("UPDATE ties SET due_at = NULL")
        .execute(&mut *connection)
        .await
        .unwrap();
    let migration = include_str!("../../migrations/20261123130000_when_ties_fall_due.sql");
    let (_, update) = migration.split_once("UPDATE ties").unwrap();
    let update = format!("UPDATE ties{}", update.split(';').next().unwrap());
    sqlx::raw_sql(sqlx::AssertSqlSafe(update))
        .execute(&mut *connection)
        .await
        .unwrap();
    assert_eq!(due_dates(connection, &team).await, before);
}

/// How SQLite carries out a query.
async fn plan(database: &Database, explained: &'static str, parameters: u8) -> String {
    let mut query = sqlx::query(explained);
    for _ in 0..parameters {
        query = query.bind(0);
    }
    let rows = query.fetch_all(database.readers()).await.unwrap();
    let steps = rows.iter().map(|row| row.get::<String, _>("detail"));
    steps.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn who_could_be_named_is_read_from_indexes() {
    let (_folder, database, _connection) = open().await;
    let due = concat!(
        "EXPLAIN QUERY PLAN ",
        include_str!("../../src/nudges/store/due_ties.sql")
    );
    let due = plan(&database, due, 4).await;
    let range = "SEARCH t USING INDEX ties_due (team_id=? AND member_id=? AND due_at<?)";
    assert!(due.contains(range) && !due.contains("SCAN"), "{due}");
    let newcomers = concat!(
        "EXPLAIN QUERY PLAN ",
        include_str!("../../src/nudges/store/newcomers.sql")
    );
    let newcomers = plan(&database, newcomers, 5).await;
    assert!(
        newcomers.contains("SEARCH m USING INDEX members_newcomers (team_id=?"),
        "{newcomers}"
    );
    // Read in order, so that it ends where the search for newcomers does.
    let sorted = newcomers.contains("TEMP B-TREE FOR ORDER BY");
    assert!(!newcomers.contains("SCAN") && !sorted, "{newcomers}");
}

#[tokio::test]
async fn a_tie_counts_from_the_second_it_falls_due_unless_snoozed() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, team) = (&mut connection, team(7));
    log(connection, &team, &[1, 2], 30, 1).await;
    log(connection, &team, &[1, 3], 30, 2).await;
    let until = Some(now() + TimeDelta::seconds(1));
    ties::store::snooze(connection, team.id, ME, PersonId(3), until)
        .await
        .unwrap();
    for (at, expected) in [
        (now() - TimeDelta::seconds(1), vec![]),
        (now(), vec![PersonId(2)]),
        (
            now() + TimeDelta::seconds(1),
            vec![PersonId(2), PersonId(3)],
        ),
    ] {
        let read = nudges::store::candidates(connection, &team, ME, week(), at)
            .await
            .unwrap();
        let chosen = choose(at, ME, &read, Wish::default());
        let chosen: Vec<_> = chosen.iter().map(|it| it.person).collect();
        assert_eq!(chosen, expected, "{at}");
    }
}

async fn amend(
    connection: &mut SqliteConnection,
    team: &Team,
    who: i64,
    encounter: EncounterId,
    amendment: Amendment,
) -> Amended {
    encounters::store::amend(connection, team, PersonId(who), encounter, &amendment)
        .await
        .unwrap()
}

fn done(amended: Amended) -> Kept {
    match amended {
        Amended::Done(kept) => kept,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn only_its_logger_adds_to_an_encounter_and_not_without_end() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, home) = (&mut connection, team(7));
    let encounter = log(connection, &home, &[1, 2], 1, 1).await;
    for (team, who) in [(team(7), 2), (team(7), 9), (team(8), 1)] {
        let note = Amendment::Note(Note::parse("mine").unwrap());
        for amendment in [
            note,
            Amendment::People(vec![member(&team, 9)]),
            Amendment::Circle(Circle::Close),
        ] {
            let amended = amend(connection, &team, who, encounter, amendment).await;
            assert_eq!(amended, Amended::Gone);
        }
    }
    let people =
        |ids: std::ops::Range<i64>| Amendment::People(ids.map(|id| member(&home, id)).collect());
    let kept = done(amend(connection, &home, 1, encounter, people(2..27)).await);
    assert_eq!(kept.others().len(), MOST_OTHERS);
    let more = amend(connection, &home, 1, encounter, people(26..28)).await;
    assert_eq!(more, Amended::TooMany);
    let again = done(amend(connection, &home, 1, encounter, people(3..5)).await);
    assert_eq!(again, kept);
    // Everybody has met everybody.
    let ties: i64 = sqlx::query_scalar("SELECT count(*) FROM ties WHERE last_met_at IS NOT NULL")
        .fetch_one(connection)
        .await
        .unwrap();
    assert_eq!(ties, 26 * 25);
}

#[tokio::test]
async fn nobody_withdraws_from_what_is_not_theirs_to_leave() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, home) = (&mut connection, team(7));
    let encounter = log(connection, &home, &[1, 2, 3], 1, 1).await;
    for (team, who) in [(7, 1), (7, 4), (8, 2)] {
        let left = encounters::store::withdraw(connection, TeamId(team), encounter, PersonId(who));
        assert_eq!(left.await.unwrap(), None);
    }
    for who in [2, 3] {
        let left = encounters::store::withdraw(connection, home.id, encounter, PersonId(who));
        assert_eq!(left.await.unwrap(), Some(ago(1)));
    }
    let left: i64 = sqlx::query_scalar("SELECT count(*) FROM encounters")
        .fetch_one(&mut *connection)
        .await
        .unwrap();
    assert_eq!(left, 0);
    assert_eq!(due_dates(connection, &home).await, [(2, None), (3, None)]);
}
