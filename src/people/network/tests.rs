use chrono::TimeDelta;

use super::*;
use crate::discord::names::PersonName;
use crate::ties::Tie;

fn known(person: i64, days_ago: Option<i64>, now: DateTime<Utc>) -> Known {
    Known {
        tie: Tie {
            last_met_at: days_ago.map(|days| now - TimeDelta::days(days)),
            ..Tie::new(PersonId(person), Circle::Close)
        },
        name: PersonName::default(),
    }
}

#[test]
fn a_network_has_the_people_nudges_can_name() {
    let now = DateTime::UNIX_EPOCH;
    let mut stopped = known(1, Some(100), now);
    stopped.tie.stopped = true;
    let mut untracked = known(2, Some(100), now);
    untracked.tie.untracked = true;
    let mut snoozed = known(3, Some(7), now);
    snoozed.tie.snoozed_until = Some(now + TimeDelta::days(1));
    let mut gone = known(7, Some(100), now);
    gone.tie.gone = true;
    let never = known(4, None, now);
    let all = vec![
        stopped,
        untracked,
        snoozed,
        gone,
        never,
        known(5, Some(6), now),
        known(6, Some(14), now),
    ];
    let network = network(&all, now, Language::English);
    let shown: Vec<_> = network
        .iter()
        .map(|it| (it.person.0, it.distance(), it.snoozed))
        .collect();
    assert_eq!(
        shown,
        [
            (6, Distance::LongOverdue, false),
            (3, Distance::Due, true),
            (5, Distance::InTouch, false),
        ]
    );
}
