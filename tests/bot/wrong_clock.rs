//! A clock that runs ahead for a while, until it is corrected.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use rapport::clock::{Clock, MovableClock, Timer, Waker};
use rehearsal::{Fault, Trouble};

use crate::harness::{Harness, Setup, Tested, give, stored};
use crate::introductions;
use crate::steps::{NEXT_MONDAY, joined};

/// The bot's clock, a year ahead of Discord's until it is corrected.
struct Ahead {
    right: MovableClock,
    state: Mutex<State>,
}

struct State {
    by: TimeDelta,
    wakers: Vec<Waker>,
}

impl Ahead {
    fn of(right: MovableClock) -> Self {
        let by = TimeDelta::days(365);
        let wakers = Vec::new();
        let state = Mutex::new(State { by, wakers });
        Self { right, state }
    }

    fn by(&self) -> TimeDelta {
        self.state.lock().unwrap().by
    }

    fn put_right(&self) {
        let mut state = self.state.lock().unwrap();
        state.by = TimeDelta::zero();
        for waker in &state.wakers {
            waker.wake();
        }
    }
}

/// The same clock, shared by the bot and the test.
#[derive(Clone, Default)]
struct Shared(Arc<std::sync::OnceLock<Ahead>>);

impl Shared {
    fn ahead(&self) -> &Ahead {
        self.0.get().unwrap()
    }
}

impl Clock for Shared {
    fn now(&self) -> DateTime<Utc> {
        Clock::now(&self.ahead().right) + self.ahead().by()
    }

    fn timer(&self) -> Box<dyn Timer> {
        let timer = Clock::timer(&self.ahead().right);
        self.ahead()
            .state
            .lock()
            .unwrap()
            .wakers
            .push(timer.waker());
        Box::new(AheadTimer(self.clone(), timer))
    }
}

struct AheadTimer(Shared, Box<dyn Timer>);

#[async_trait::async_trait]
impl Timer for AheadTimer {
    async fn wait_until(&mut self, when: Option<DateTime<Utc>>) {
        let by = self.0.ahead().by();
        self.1.wait_until(when.map(|when| when - by)).await;
    }

    fn waker(&self) -> Waker {
        self.1.waker()
    }
}

async fn a_year_ahead() -> (Harness, Shared) {
    let clock = Shared::default();
    let bots = clock.clone();
    let setup = Setup::new().lending(move |right| {
        assert!(bots.0.set(Ahead::of(right)).is_ok());
        Arc::new(bots)
    });
    (setup.start().await, clock)
}

/// Alice talks with Bob, uses up her allowance, and gets nudges, as Carol does, who says that she is
/// away.
async fn members_act(harness: &Harness) {
    let alice = harness.person("alice");
    alice.types("/met @bob").await.unwrap();
    alice.types("/nudge on").await.unwrap();
    let carol = harness.person("carol");
    carol.types("/nudge on").await.unwrap();
    carol.types("/away until day: in 2 weeks").await.unwrap();
    for person in ["bob", "bob", "carol", "carol", "dan"] {
        give(&alice, &format!("/kudos @{person} message: thanks")).await;
    }
}

/// Everything works as if that had been done now.
async fn all_goes_on(harness: &Harness) {
    let alice = harness.person("alice");
    assert_eq!(harness.number(stored::ENCOUNTERS).await, 1);
    alice.types("/met @bob").await.unwrap();
    assert_eq!(
        harness.number(stored::ENCOUNTERS).await,
        2,
        "taken for a correction"
    );
    let (_, answer) = give(&alice, "/kudos @bob message: now").await;
    let answer = answer.text();
    assert!(answer.starts_with("You have 4 more"), "{answer}");
    harness.time_is(NEXT_MONDAY).await;
    let nudges = alice.dms();
    assert_eq!(nudges.len(), 1);
    assert!(harness.read(&nudges[0]).contains("Carol"));
    harness.time_is("2027-02-15T09:00:00Z").await;
    let mut nudges = alice.dms();
    nudges.retain(|nudge| harness.read(nudge).contains("Bob"));
    assert!(!nudges.is_empty(), "never due again");
}

#[tokio::test]
async fn a_clock_corrected_while_the_bot_is_stopped_leaves_no_future_dates() -> Tested {
    let (mut harness, clock) = a_year_ahead().await;
    members_act(&harness).await;
    harness.stop().await;
    clock.ahead().put_right();
    harness.begin().await;
    all_goes_on(&harness).await;
    harness.finish().await
}

#[tokio::test]
async fn a_clock_corrected_while_the_bot_runs_leaves_no_future_dates() -> Tested {
    let (harness, clock) = a_year_ahead().await;
    members_act(&harness).await;
    clock.ahead().put_right();
    harness.clock.settled().await;
    all_goes_on(&harness).await;
    harness.finish().await
}

#[tokio::test]
async fn a_contact_added_by_a_clock_ahead_is_due_as_if_added_now() -> Tested {
    let (harness, clock) = a_year_ahead().await;
    let alice = harness.person("alice");
    alice.types("/contact add name: Grace").await?;
    alice.types("/nudge on").await?;
    clock.ahead().put_right();
    harness.clock.settled().await;
    harness.time_is("2026-12-28T09:00:00Z").await;
    let nudge = harness.read(&alice.next_dm().await?);
    assert!(nudge.contains("Grace"), "{nudge}");
    harness.finish().await
}

#[tokio::test]
async fn rests_and_snoozes_dated_ahead_are_shortened() -> Tested {
    let mut harness = joined().await;
    harness.stop().await;
    harness.end_rests_and_snoozes_in_2029().await;
    harness.begin().await;
    harness.time_is("2027-03-01T09:00:00Z").await;
    assert_eq!(harness.person("alice").dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn a_nudge_postponed_by_a_clock_ahead_is_tried_now() -> Tested {
    let mut harness = joined().await;
    let silent = Trouble::with("POST", "/channels/*/messages", Fault::Status(500));
    harness.rehearsal.trouble(silent);
    harness.time_is(NEXT_MONDAY).await;
    harness.stop().await;
    harness.postpone_claimed_nudges_by_a_year().await;
    harness.rehearsal.heal();
    harness.begin().await;
    assert_eq!(harness.person("alice").dms().len(), 1);
    harness.finish().await
}

async fn after_a_year_ahead() -> Harness {
    let mut harness = joined().await;
    harness.stop().await;
    harness.date_a_nudge_of_alice_a_year_ahead().await;
    harness.begin().await;
    harness
}

#[tokio::test]
async fn a_nudge_planned_by_a_clock_ahead_is_replanned() -> Tested {
    let harness = after_a_year_ahead().await;
    assert_eq!(harness.number(stored::NUDGES_OF_WEEK_48).await, 1);
    harness.time_is("2026-11-30T09:00:00Z").await;
    assert_eq!(harness.person("alice").dms().len(), 1);
    harness.finish().await
}

#[tokio::test]
async fn introductions_go_on_after_a_clock_is_corrected() -> Tested {
    let (harness, clock) = a_year_ahead().await;
    harness.time_is("2026-11-23T11:00:00Z").await;
    introductions::plan(&harness).await;
    introductions::join(&harness, &["alice", "bob"]).await;
    harness.time_is("2026-12-01T10:00:00Z").await;
    assert_eq!(introductions::threads(&harness).len(), 1);
    clock.ahead().put_right();
    harness.clock.settled().await;
    let messages = || introductions::with(&harness, "alice", "bob").1.len();
    assert_eq!(messages(), 1);
    harness.time_is("2026-12-08T12:00:00Z").await;
    assert_eq!(messages(), 2, "not asked whether they met");
    introductions::join(&harness, &["carol", "dan"]).await;
    harness.time_is("2026-12-15T10:00:00Z").await;
    assert_eq!(introductions::threads(&harness).len(), 3, "no next round");
    harness.finish().await
}
