//! People kept apart: nobody is named to a person they are kept apart from, and nobody else notices.

use std::collections::BTreeSet;

use rapport::calendar::PeoplePerNudge;
use rapport::ids::PersonId;
use rapport::nudges::choose::choose;
use rapport::team;
use rapport::ties::store::keep_apart;

use super::newcomers::{Dice, joins};
use super::{ME, ago, candidates, log, now, open, team as new_team};

#[tokio::test]
async fn nobody_is_named_to_a_person_they_are_kept_apart_from() {
    let (_folder, _database, mut connection) = open().await;
    let (connection, mut dice) = (&mut connection, Dice(7));
    let most = PeoplePerNudge::new(PeoplePerNudge::MAX).unwrap();
    for id in 1..=25 {
        let team = new_team(id);
        team::store::keep(connection, &team, now()).await.unwrap();
        let people = 2..4 + dice.below(12).cast_signed();
        for person in people.clone() {
            joins(
                connection,
                &team,
                person,
                ago(dice.below(80).cast_signed()),
                0,
            )
            .await;
            if dice.below(2) == 0 {
                let days_ago = 20 + dice.below(60).cast_signed();
                log(connection, &team, &[1, person], days_ago, 100 * id + person).await;
            }
        }
        let among_others = candidates(connection, &team, now()).await;
        let before = choose(now(), ME, &among_others, most);
        // Two others, kept apart from each other, change nothing for me.
        let [one, other] = [2, 3].map(PersonId);
        keep_apart(connection, team.id.member(one), other, now())
            .await
            .unwrap();
        let read = candidates(connection, &team, now()).await;
        assert_eq!(choose(now(), ME, &read, most), before, "team {id}");

        let mut apart = BTreeSet::new();
        for person in people.map(PersonId) {
            // Mine or theirs: both count.
            let (by, from) = match dice.below(4) {
                0 => (ME, person),
                1 => (person, ME),
                _ => continue,
            };
            keep_apart(connection, team.id.member(by), from, now())
                .await
                .unwrap();
            apart.insert(person);
        }
        let read = candidates(connection, &team, now()).await;
        let chosen = choose(now(), ME, &read, most);
        assert!(
            chosen.iter().all(|it| !apart.contains(&it.person)),
            "team {id}: {chosen:?}"
        );
        let left = before.iter().filter(|it| !apart.contains(&it.person));
        for choice in left {
            assert!(
                chosen.contains(choice),
                "team {id}: {choice:?} is still named"
            );
        }
    }
}
