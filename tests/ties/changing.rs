//! Who may add to a talk, and who may leave it.

use rapport::calendar::Circle;
use rapport::encounters::note::Note;
use rapport::encounters::{self, Amended, Amendment, LoggedEncounter, MOST_OTHERS};
use rapport::ids::{EncounterId, InteractionId, PersonId, TeamId};
use rapport::interaction::Use;
use sqlx::SqliteConnection;

use super::{Team, ago, due_dates, log, member, now, open, team};

async fn amend(
    connection: &mut SqliteConnection,
    team: &Team,
    who: i64,
    encounter: EncounterId,
    amendment: Amendment,
) -> Amended {
    let by = Use {
        person: PersonId(who),
        interaction: InteractionId(99),
        now: now(),
    };
    encounters::store::amend(connection, team, encounter, &amendment, by)
        .await
        .unwrap()
}

fn done(amended: Amended) -> LoggedEncounter {
    match amended {
        Amended::Done(kept) => kept,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn only_the_logger_adds_to_an_encounter_and_only_up_to_a_limit() {
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
    // All of them have met each other.
    let ties: i64 = sqlx::query_scalar("SELECT count(*) FROM ties WHERE last_met_at IS NOT NULL")
        .fetch_one(connection)
        .await
        .unwrap();
    assert_eq!(ties, 26 * 25);
}

#[tokio::test]
async fn members_can_only_leave_encounters_that_others_logged() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, home) = (&mut connection, team(7));
    let encounter = log(connection, &home, &[1, 2, 3], 1, 1).await;
    for (team, who) in [(7, 1), (7, 4), (8, 2)] {
        let left =
            encounters::store::withdraw(connection, TeamId(team).member(PersonId(who)), encounter);
        assert_eq!(left.await.unwrap(), None);
    }
    for who in [2, 3] {
        let left =
            encounters::store::withdraw(connection, home.id.member(PersonId(who)), encounter);
        assert_eq!(left.await.unwrap(), Some(ago(1)));
    }
    let left: i64 = sqlx::query_scalar("SELECT count(*) FROM encounters")
        .fetch_one(&mut *connection)
        .await
        .unwrap();
    assert_eq!(left, 0);
    assert_eq!(due_dates(connection, &home).await, [(2, None), (3, None)]);
}
