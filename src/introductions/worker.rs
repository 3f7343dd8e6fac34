//! Implements [`crate::delivery`] for introductions, the questions of a week later and the posts about
//! rounds.

use chrono::{DateTime, TimeDelta, Utc};

use super::action::{Action, ThreadMessage};
use super::{Due, DueQuestion, Opening, Summary, round, store, threads, view};
use crate::app::App;
use crate::calendar::schedule::Decision;
use crate::database::StoreResult;
use crate::delivery::{Confirmed, Delivery, Facts, LONGEST_RETRY_WAIT, Outcome, State};
use crate::discord::custom_id::CustomId as _;
use crate::discord::outbox::HistoryAccess;
use crate::discord::reply::Reply;
use crate::errors::Failure;
use crate::ids::ChannelId;
use crate::members::presence;
use crate::team;

/// How long to wait for a team whose round could not be claimed when it was due. It may have become
/// due just after the claim.
const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(1);

/// When to look at a team again after its round was claimed or not.
fn next_look(planned: &StoreResult<store::rounds::Planned>, now: DateTime<Utc>) -> DateTime<Utc> {
    match planned.as_ref().map(|it| it.decision) {
        Ok(Decision::Wait(occurrence)) => occurrence.at,
        Ok(Decision::Send { late_by, .. }) if late_by < LOOK_AGAIN => now + LOOK_AGAIN,
        Ok(Decision::Send { .. }) | Err(_) => now + LONGEST_RETRY_WAIT,
    }
}

#[async_trait::async_trait]
impl Delivery for Due {
    const KIND: &'static str = "introductions";

    async fn claim_due(app: &App) -> StoreResult<usize> {
        let mut claimed = 0;
        for planned in store::rounds::planned(app.database.readers(), app.now()).await? {
            claimed += usize::from(round::claim(app, planned).await?);
        }
        Ok(claimed)
    }

    async fn unfinished(app: &App, most: i64) -> StoreResult<Vec<Self>> {
        let (readers, now) = (app.database.readers(), app.now());
        let summaries = store::due::summaries(readers, now, most).await?;
        let openings = store::due::openings(readers, now, most).await?;
        let questions = store::due::questions(readers, now, most).await?;
        let due = summaries.into_iter().map(Self::Summary);
        let due = due.chain(openings.into_iter().map(Self::Opening));
        Ok(due
            .chain(questions.into_iter().map(Self::Question))
            .collect())
    }

    async fn next_work(app: &App) -> StoreResult<Option<DateTime<Utc>>> {
        let (readers, now) = (app.database.readers(), app.now());
        let planned = store::rounds::planned(readers, now).await?;
        let next = planned.iter().map(|planned| next_look(planned, now));
        Ok(next.chain(store::due::next_try(readers).await?).min())
    }

    fn facts(&self) -> Facts {
        let (name, due_at, claimed_at, may_have_arrived) = match self {
            Self::Opening(it) => {
                let name = format!("intro-{}", it.introduction);
                (name, it.claimed_at, it.claimed_at, it.is_begun)
            }
            Self::Question(it) => {
                let name = format!("ask-{}", it.introduction);
                (name, it.due_at, it.due_at, true)
            }
            Self::Summary(it) => (
                format!("round-{}", it.round),
                it.due_at,
                it.claimed_at,
                true,
            ),
        };
        Facts {
            name,
            due_at,
            claimed_at,
            may_have_arrived,
            history: HistoryAccess::Permitted,
        }
    }

    fn carries(&self, custom_id: &str) -> bool {
        let found = match Action::decode(custom_id) {
            Some(Action::Answer {
                introduction, card, ..
            }) => (Some(introduction), Some(card)),
            Some(Action::Offer(round)) => {
                return matches!(self, Self::Summary(it) if it.round == round);
            }
            _ => return false,
        };
        found
            == match self {
                Self::Opening(it) => (Some(it.introduction), Some(ThreadMessage::Opening)),
                Self::Question(it) => (Some(it.introduction), Some(ThreadMessage::Question)),
                Self::Summary(_) => (None, None),
            }
    }

    async fn confirm(&self, app: &App) -> Result<Confirmed, Failure> {
        match self {
            Self::Opening(it) => it.confirm(app).await,
            Self::Question(it) => it.confirm(app).await,
            Self::Summary(_) => Ok(Confirmed::Holds),
        }
    }

    /// The team may have ended introductions a moment ago.
    async fn is_wanted(&self, app: &App) -> StoreResult<bool> {
        match self {
            Self::Opening(it) => {
                store::openings::is_claimed(app.database.readers(), it.introduction).await
            }
            _ => Ok(true),
        }
    }

    async fn channel(&self, app: &App) -> Result<ChannelId, Failure> {
        match self {
            Self::Opening(it) => threads::filled(app, it).await,
            Self::Question(it) => Ok(it.thread),
            Self::Summary(it) => Ok(it.channel),
        }
    }

    async fn draw(&self, app: &App) -> Result<Reply, Failure> {
        match self {
            Self::Opening(it) => it.draw(app).await,
            Self::Question(it) => it.draw(app).await,
            Self::Summary(it) => it.draw(app).await,
        }
    }

    async fn store(self, app: &App, outcome: Outcome) -> StoreResult<()> {
        match self {
            Self::Opening(it) => it.store(app, outcome).await,
            Self::Question(it) => it.store(app, outcome).await,
            Self::Summary(it) => it.store(app, outcome).await,
        }
    }
}

impl Opening {
    /// Only people who may still meet get a thread. Checked only before the first try: after it the
    /// thread may be there. People of an introduction that falls apart are put together with others.
    async fn confirm(&self, app: &App) -> Result<Confirmed, Failure> {
        if self.is_begun {
            return Ok(Confirmed::Holds);
        }
        let (introduction, now) = (self.introduction, app.now());
        let mut reader = app.database.reader().await?;
        let people = store::present(&mut *reader, introduction).await?;
        drop(reader);
        presence::gone(app, self.team, &people).await?;
        let confirmed = app.database.write(async move |connection| {
            // A third person may have joined a moment ago.
            let people = store::present(&mut *connection, introduction).await?;
            let fit = store::openings::fit(&mut *connection, introduction, now).await?;
            let apart = store::openings::has_apart(&mut *connection, introduction).await?;
            if fit != people || apart {
                store::dissolve(connection, introduction, &fit, now).await?;
                return Ok(false);
            }
            store::openings::begin(connection, introduction, now).await
        });
        Ok(if confirmed.await? {
            Confirmed::Holds
        } else {
            Confirmed::Void
        })
    }

    async fn draw(&self, app: &App) -> Result<Reply, Failure> {
        let mut reader = app.database.reader().await?;
        let introduction = store::load(&mut reader, self.introduction).await?;
        drop(reader);
        let people: Vec<_> = introduction.people.iter().map(|it| it.person).collect();
        let profiles = presence::profiles(app, self.team, &people).await?;
        Ok(view::opening(&introduction, &profiles, app.now()))
    }

    async fn store(self, app: &App, outcome: Outcome) -> StoreResult<()> {
        let (now, introduction) = (app.now(), self.introduction);
        app.database
            .write(async move |connection| match outcome {
                Outcome::Sent(sent) => {
                    store::openings::mark_sent(connection, introduction, sent, now).await?;
                    store::place_waiting(connection, introduction, now).await
                }
                Outcome::Failed { again } => {
                    store::openings::try_again(connection, introduction, again).await
                }
                Outcome::GivenUp | Outcome::Refused(_) => {
                    store::openings::end(connection, introduction, State::Undeliverable).await
                }
            })
            .await
    }
}

impl DueQuestion {
    /// Two who met are not asked, nor two of which one can't.
    async fn confirm(&self, app: &App) -> Result<Confirmed, Failure> {
        let introduction = self.introduction;
        let mut reader = app.database.reader().await?;
        let found = store::find(&mut reader, introduction).await?;
        drop(reader);
        if found.is_some_and(|found| found.is_open()) {
            return Ok(Confirmed::Holds);
        }
        let ended = app.database.write(async move |connection| {
            store::due::set_asking(connection, introduction, State::Nothing).await
        });
        ended.await?;
        Ok(Confirmed::Void)
    }

    async fn draw(&self, app: &App) -> Result<Reply, Failure> {
        let mut reader = app.database.reader().await?;
        let introduction = store::load(&mut reader, self.introduction).await?;
        Ok(view::question(&introduction))
    }

    async fn store(self, app: &App, outcome: Outcome) -> StoreResult<()> {
        let introduction = self.introduction;
        app.database
            .write(async move |connection| {
                let state = match outcome {
                    Outcome::Sent(_) => State::Sent,
                    Outcome::Failed { again } => {
                        return store::due::ask_again(connection, introduction, again).await;
                    }
                    Outcome::GivenUp | Outcome::Refused(_) => State::Undeliverable,
                };
                store::due::set_asking(connection, introduction, state).await
            })
            .await
    }
}

impl Summary {
    async fn draw(&self, app: &App) -> Result<Reply, Failure> {
        let mut reader = app.database.reader().await?;
        let team = team::store::find(&mut *reader, self.team).await?;
        let counted = store::rounds::before(&mut reader, self.round).await?;
        let (Some(team), Some(counted)) = (team, counted) else {
            return Err(crate::database::StoreError::from(sqlx::Error::RowNotFound).into());
        };
        Ok(view::summary(self.round, counted, team.language()))
    }

    async fn store(self, app: &App, outcome: Outcome) -> StoreResult<()> {
        let (now, round) = (app.now(), self.round);
        app.database
            .write(async move |connection| match outcome {
                Outcome::Sent(sent) => {
                    store::due::mark_summed_up(connection, round, sent, now).await
                }
                Outcome::Failed { again } => {
                    store::due::sum_up_again(connection, round, again).await
                }
                Outcome::GivenUp | Outcome::Refused(_) => {
                    store::due::give_up_summary(connection, round).await
                }
            })
            .await
    }
}
