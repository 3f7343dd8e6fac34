//! Random histories: after kudos are given, taken back, deleted, forgotten or hidden, a board from
//! stored counts equals the board from counting every kudos again.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use sqlx::{Connection as _, SqliteConnection};

use super::posts::{remove_in, remove_post, set_post};
use super::*;
use crate::calendar::Zone;
use crate::database::Progress;
use crate::ids::InteractionId;
use crate::kudos::period::{Period, day_start, next_day_start};
use crate::kudos::reason::Reason;
use crate::kudos::{MOST_RECEIVERS, NewReaction};

const TEAM: TeamId = TeamId(1);
/// The board of channel 1 is read; 2 is another channel, and 3 a thread of 1.
const CHANNELS: std::ops::RangeInclusive<i64> = 1..=3;
const THREAD: i64 = 3;
const PEOPLE: std::ops::RangeInclusive<i64> = 1..=5;

#[derive(Debug, Clone)]
enum Step {
    Give {
        giver: i64,
        receivers: BTreeSet<i64>,
        channel: i64,
        hours_later: i64,
    },
    React {
        giver: i64,
        receiver: i64,
        channel: i64,
    },
    Unreact(usize),
    TakeBack(usize),
    DeletePost(usize),
    DeleteChannel(i64),
    ForgetGiver(i64),
    ForgetReceiver(i64),
    Hide(i64),
    MoveTo(Zone),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let receivers = prop::collection::btree_set(PEOPLE, 1..=MOST_RECEIVERS);
    let give = (PEOPLE, receivers, CHANNELS, 0_i64..400).prop_map(
        |(giver, receivers, channel, hours_later)| Step::Give {
            giver,
            receivers,
            channel,
            hours_later,
        },
    );
    let step = prop_oneof![
        8 => give,
        4 => (PEOPLE, PEOPLE, CHANNELS).prop_map(
            |(giver, receiver, channel)| Step::React { giver, receiver, channel }),
        1 => any::<usize>().prop_map(Step::Unreact),
        1 => any::<usize>().prop_map(Step::TakeBack),
        1 => any::<usize>().prop_map(Step::DeletePost),
        1 => CHANNELS.prop_map(Step::DeleteChannel),
        1 => PEOPLE.prop_map(Step::ForgetGiver),
        1 => PEOPLE.prop_map(Step::ForgetReceiver),
        1 => PEOPLE.prop_map(Step::Hide),
        1 => prop::sample::select(vec![Zone::utc(), "Europe/Berlin".parse::<Zone>().unwrap(), "Pacific/Apia".parse::<Zone>().unwrap()])
            .prop_map(Step::MoveTo),
    ];
    prop::collection::vec(step, 1..40)
}

/// A kudos that still counts.
#[derive(Debug, Clone)]
struct Plain {
    kudos: KudosId,
    message: MessageId,
    day: NaiveDate,
    channel: i64,
    giver: i64,
    receivers: BTreeSet<i64>,
}

impl Plain {
    /// Whether it was given in this channel or a thread of it.
    fn is_in(&self, channel: i64) -> bool {
        self.channel == channel || (channel == 1 && self.channel == THREAD)
    }
}

struct History {
    connection: SqliteConnection,
    now: DateTime<Utc>,
    zone: Zone,
    given: Vec<Plain>,
    hidden: BTreeSet<i64>,
    uses: i64,
}

impl History {
    async fn begin() -> Self {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        sqlx::migrate!()
            .run_direct(None, &mut connection, false)
            .await
            .unwrap();
        let mut history = Self {
            connection,
            now: "2026-11-23T10:00:00Z".parse().unwrap(),
            zone: "Europe/Berlin".parse::<Zone>().unwrap(),
            given: Vec::new(),
            hidden: BTreeSet::new(),
            uses: 0,
        };
        history.execute("PRAGMA foreign_keys = ON", &[]).await;
        history
            .execute(
                "INSERT INTO teams (team_id, zone, circle, added_at)
                 VALUES (1, 'UTC', 'regular', 0)",
                &[],
            )
            .await;
        history
    }

    async fn execute(&mut self, sql: &'static str, values: &[i64]) {
        let query = values
            .iter()
            .fold(sqlx::query(sql), |query, value| query.bind(*value));
        query.execute(&mut self.connection).await.unwrap();
    }

    async fn take(&mut self, step: Step) {
        match step {
            Step::Give {
                giver,
                receivers,
                channel,
                hours_later,
            } => {
                self.now += TimeDelta::hours(hours_later);
                self.give(giver, receivers, channel).await;
            }
            Step::React {
                giver,
                receiver,
                channel,
            } => self.react(giver, receiver, channel).await,
            Step::Unreact(which) => {
                if let Some(plain) = self.pick(which) {
                    remove(&mut self.connection, plain.kudos).await.unwrap();
                    self.given.retain(|it| it.kudos != plain.kudos);
                }
            }
            Step::TakeBack(which) => {
                if let Some(plain) = self.pick(which) {
                    let (kudos, giver) = (plain.kudos, PersonId(plain.giver));
                    let taken = take_back(&mut self.connection, kudos, giver, self.now).await;
                    if matches!(taken.unwrap(), TakenBack::Done { .. }) {
                        self.given.retain(|it| it.kudos != kudos);
                    }
                }
            }
            Step::DeletePost(which) => {
                if let Some(plain) = self.pick(which) {
                    let post = plain.message;
                    remove_post(&mut self.connection, post).await.unwrap();
                    self.given.retain(|it| it.message != post);
                }
            }
            Step::DeleteChannel(channel) => {
                let place = ChannelId(channel);
                while remove_in(&mut self.connection, TEAM, place, 2)
                    .await
                    .unwrap()
                    == Progress::More
                {}
                self.given.retain(|it| !it.is_in(channel));
            }
            Step::ForgetGiver(person) => {
                self.execute(
                    "UPDATE kudos SET giver_id = 0 WHERE giver_id = ?",
                    &[person],
                )
                .await;
                for plain in self.given.iter_mut().filter(|it| it.giver == person) {
                    plain.giver = 0;
                }
            }
            Step::ForgetReceiver(person) => {
                self.execute("DELETE FROM kudos_receivers WHERE person_id = ?", &[person])
                    .await;
                for plain in &mut self.given {
                    plain.receivers.remove(&person);
                }
            }
            Step::Hide(person) => {
                self.execute(
                    "INSERT INTO members (team_id, person_id, name, weekday, time, people, hidden_at)
                     VALUES (1, ?, '', 'Mon', '09:00', 3, 0) ON CONFLICT DO NOTHING",
                    &[person],
                )
                .await;
                self.hidden.insert(person);
            }
            Step::MoveTo(zone) => self.zone = zone,
        }
    }

    async fn give(&mut self, giver: i64, receivers: BTreeSet<i64>, channel: i64) {
        self.uses += 1;
        let new = NewKudos {
            team: TEAM,
            channel: ChannelId(channel),
            parent: (channel == THREAD).then_some(ChannelId(1)),
            giver: PersonId(giver),
            receivers: receivers.iter().copied().map(PersonId).collect(),
            reason: Reason::parse("thanks").unwrap(),
            interaction: InteractionId(self.uses),
        };
        let allowance = self.allowance();
        let day = allowance.day;
        let outcome = give(&mut self.connection, &new, allowance, self.now).await;
        if let Given::Done { kudos, .. } = outcome.unwrap() {
            set_post(&mut self.connection, kudos, MessageId(kudos.0))
                .await
                .unwrap();
            self.given.push(Plain {
                kudos,
                message: MessageId(kudos.0),
                day,
                channel,
                giver,
                receivers,
            });
        }
    }

    /// Reacts to one of few messages: to some more than once.
    async fn react(&mut self, giver: i64, receiver: i64, channel: i64) {
        let message = MessageId(-receiver);
        let new = NewReaction {
            team: TEAM,
            channel: ChannelId(channel),
            parent: (channel == THREAD).then_some(ChannelId(1)),
            message,
            giver: PersonId(giver),
            receiver: PersonId(receiver),
            emoji: "👏".parse().unwrap(),
        };
        let allowance = self.allowance();
        let connection = &mut self.connection;
        let added = reactions::add(connection, &new, allowance, self.now).await;
        if !added.unwrap() {
            return;
        }
        let counted = reactions::to_message(connection, TEAM, message).await;
        let mut counted = counted.unwrap().into_iter();
        let kudos = counted.find(|it| it.giver == new.giver).unwrap().kudos;
        let before = self.given.iter();
        let mut before = before.filter(|it| it.message == message && it.giver == giver);
        assert!(before.next().is_none(), "it counts once at a time");
        self.given.push(Plain {
            kudos,
            message,
            day: allowance.day,
            channel,
            giver,
            receivers: [receiver].into(),
        });
    }

    fn allowance(&self) -> Allowance {
        Allowance {
            per_day: 6,
            per_person: 2,
            day: self.now.with_timezone(&self.zone).date_naive(),
            since: day_start(self.now, self.zone),
            until: next_day_start(self.now, self.zone),
        }
    }

    fn pick(&self, which: usize) -> Option<Plain> {
        let count = self.given.len();
        (count > 0).then(|| self.given[which % count].clone())
    }

    /// Counts every kudos again.
    fn recount(&self, period: Period, scope: Scope, side: Side) -> Board {
        let today = self.now.with_timezone(&self.zone).date_naive();
        // Count by the calendar day on which each kudos was given, not by the instant.
        let noon = |day: NaiveDate| day.and_hms_opt(12, 0, 0).unwrap().and_utc();
        let range = period.range(noon(today), Zone::utc());
        let on = |day| period == Period::AllTime || range.contains(&noon(day));
        let mut counts: BTreeMap<i64, u32> = BTreeMap::new();
        for plain in &self.given {
            if !on(plain.day) || (scope == Scope::Channel && !plain.is_in(1)) {
                continue;
            }
            for receiver in &plain.receivers {
                let person = match side {
                    Side::Received => *receiver,
                    Side::Given => plain.giver,
                };
                *counts.entry(person).or_default() += 1;
            }
        }
        let shown = counts
            .into_iter()
            .filter(|(person, _)| *person != 0 && !self.hidden.contains(person));
        let tallies = shown.map(|(person, kudos)| Tally {
            person: PersonId(person),
            kudos,
        });
        Board::new(tallies.collect())
    }

    async fn check(&mut self) {
        let today = self.now.with_timezone(&self.zone).date_naive();
        for period in Period::ALL {
            for scope in [Scope::Channel, Scope::Server] {
                for side in [Side::Received, Side::Given] {
                    let counted = Counted {
                        team: TEAM,
                        channel: ChannelId(1),
                        scope,
                        side,
                        buckets: period.buckets(today),
                    };
                    let kept = board(&mut self.connection, &counted).await.unwrap();
                    let recounted = self.recount(period, scope, side);
                    assert_eq!(kept, recounted, "{period:?} {scope:?} {side:?}");
                }
            }
        }
    }

    async fn counts(&mut self) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM kudos_counts")
            .fetch_one(&mut self.connection)
            .await
            .unwrap()
    }
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    runtime.unwrap().block_on(future)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn stored_counts_equal_a_recount(steps in steps()) {
        wait(async {
            let mut history = History::begin().await;
            for step in steps {
                history.take(step).await;
            }
            history.check().await;
            // Deleting the team deletes all counts.
            history.execute("DELETE FROM teams", &[]).await;
            assert_eq!(history.counts().await, 0);
        });
    }
}
