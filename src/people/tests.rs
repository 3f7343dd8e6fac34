use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn known(person: i64, circle: Circle, days_ago: Option<i64>) -> Known {
    Known {
        tie: Tie {
            last_met_at: days_ago.map(|days| now() - TimeDelta::days(days)),
            ..Tie::new(PersonId(person), circle)
        },
        name: PersonName::default(),
    }
}

fn of(show: Show) -> Filter {
    Filter { show, kind: None }
}

fn ids(known: &[Known], show: Show) -> Vec<i64> {
    let page = page(known.to_vec(), of(show), 1, now());
    page.people.iter().map(|it| it.tie.other.0).collect()
}

#[test]
fn each_list_shows_its_own_and_the_most_overdue_first() {
    let mut stopped = known(4, Circle::Close, Some(100));
    stopped.tie.stopped = true;
    let mut snoozed = known(5, Circle::Close, Some(50));
    snoozed.tie.snoozed_until = Some(now() + TimeDelta::days(1));
    let mut woken = known(6, Circle::Close, Some(8));
    woken.tie.snoozed_until = Some(now());
    let mut never_met = known(7, Circle::Close, None);
    never_met.tie.not_before = Some(now());
    let all = [
        known(1, Circle::Distant, Some(189)),
        known(2, Circle::Close, Some(21)),
        known(3, Circle::Regular, Some(1)),
        stopped,
        snoozed,
        woken,
        never_met,
    ];
    assert_eq!(ids(&all, Show::Due), [2, 6, 1]);
    assert_eq!(ids(&all, Show::All), [2, 6, 1, 3, 5, 4]);
    assert_eq!(ids(&all, Show::Snoozed), [5]);
    let mut contact = known(-8, Circle::Close, None);
    contact.tie.added_at = Some(now() - TimeDelta::days(1));
    let with_contact = [known(3, Circle::Regular, Some(1)), contact];
    assert_eq!(ids(&with_contact, Show::All), [-8, 3]);
    assert_eq!(ids(&with_contact, Show::Contacts), [-8]);
    assert_eq!(ids(&all, Show::Stopped), [4]);
}

#[test]
fn a_list_can_have_people_of_one_kind_alone() {
    let customer = |person, days_ago| {
        let mut known = known(person, Circle::Close, Some(days_ago));
        known.tie.kind = Some(Kind::Customer);
        known
    };
    let mut kept_apart = customer(3, 30);
    kept_apart.tie.apart = true;
    let all = [
        known(1, Circle::Close, Some(40)),
        customer(2, 20),
        kept_apart,
    ];
    let shown = |show| {
        let kind = Some(Kind::Customer);
        let page = page(all.to_vec(), Filter { show, kind }, 1, now());
        let people = page.people.iter().map(|it| it.tie.other.0);
        people.collect::<Vec<_>>()
    };
    assert_eq!(shown(Show::All), [2, 3]);
    assert_eq!(shown(Show::Due), [2], "nobody kept apart is due");
    assert_eq!(shown(Show::Stopped), [3]);
}

proptest! {
    #[test]
    fn pages_show_every_person_once(people in 0_i64..45) {
        let all: Vec<_> = (0..people).map(|id| known(id, Circle::Close, Some(id))).collect();
        let first = page(all.clone(), of(Show::All), 0, now());
        prop_assert_eq!(first.number, 1);
        let mut shown = Vec::new();
        for number in 1..=first.of {
            let page = page(all.clone(), of(Show::All), number, now());
            prop_assert!(page.people.len() <= PAGE);
            prop_assert_eq!((page.number, page.in_all), (number, all.len()));
            shown.extend(page.people.into_iter().map(|it| it.tie.other.0));
        }
        prop_assert_eq!(page(all, of(Show::All), 99, now()).number, first.of);
        prop_assert_eq!(shown, (0..people).rev().collect::<Vec<_>>());
    }
}
