//! Implements [`crate::delivery`] for reminders.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::action::Action;
use super::{ClaimedReminder, store, view};
use crate::app::App;
use crate::clock::CLOCK_SLACK;
use crate::database::StoreResult;
use crate::delivery::{Confirmed, Delivery, Facts, Outcome};
use crate::discord::DiscordError;
use crate::discord::custom_id::CustomId as _;
use crate::discord::outbox::HistoryAccess;
use crate::discord::reply::Reply;
use crate::errors::Failure;
use crate::ids::ChannelId;
use crate::members::{self, dm, presence};

#[async_trait::async_trait]
impl Delivery for ClaimedReminder {
    const KIND: &'static str = "reminders";

    /// A reminder is claimed when the member chooses its time.
    async fn claim_due(app: &App) -> StoreResult<usize> {
        let until = app.now() + CLOCK_SLACK;
        if store::are_dated_ahead(app.database.readers(), until).await? {
            app.database
                .write(async move |connection| store::delete_dated_ahead(connection, until).await)
                .await?;
        }
        Ok(0)
    }

    async fn unfinished(app: &App, most: i64) -> StoreResult<Vec<Self>> {
        store::unfinished(app.database.readers(), app.now(), most).await
    }

    /// Looks up all the people of these reminders at once.
    async fn prepare(app: &App, claimed: &[Self]) -> StoreResult<()> {
        let mut people = BTreeMap::<_, BTreeSet<_>>::new();
        for claimed in claimed.iter().filter(|claimed| !claimed.confirmed) {
            let of_team = people.entry(claimed.team).or_default();
            of_team.extend([claimed.member, claimed.other]);
        }
        presence::look_up(app, people).await
    }

    async fn next_work(app: &App) -> StoreResult<Option<DateTime<Utc>>> {
        store::next_try(app.database.readers()).await
    }

    fn facts(&self) -> Facts {
        Facts {
            name: format!("remind-{}", self.reminder),
            due_at: self.due_at,
            claimed_at: self.due_at,
            may_have_arrived: self.confirmed,
            history: HistoryAccess::Readable,
        }
    }

    /// A message without an answer has buttons, and only such a one is looked for.
    fn carries(&self, custom_id: &str) -> bool {
        match Action::decode(custom_id) {
            Some(Action::Answer { reminder, .. }) => reminder == self.reminder,
            _ => false,
        }
    }

    /// Something may have called it off. Checked only before the first try: after it the message may
    /// have arrived.
    async fn confirm(&self, app: &App) -> Result<Confirmed, Failure> {
        if self.confirmed {
            return Ok(Confirmed::Holds);
        }
        // Stores who of them left, which calls it off.
        presence::gone(app, self.team, &[self.member, self.other]).await?;
        let (now, reminder) = (app.now(), self.reminder);
        let confirmed = app
            .database
            .write(async move |connection| store::confirm(connection, reminder, now).await);
        Ok(if confirmed.await? {
            Confirmed::Holds
        } else {
            Confirmed::Void
        })
    }

    /// Something may have called it off since it was confirmed. It then ends here, as no other feature
    /// knows of reminders.
    async fn is_wanted(&self, app: &App) -> StoreResult<bool> {
        let reminder = self.reminder;
        let is_wanted = store::is_wanted(app.database.readers(), reminder).await?;
        if !is_wanted {
            let ended = app.database.write(async move |connection| {
                store::mark_undeliverable(connection, reminder).await
            });
            ended.await?;
        }
        Ok(is_wanted)
    }

    async fn channel(&self, app: &App) -> Result<ChannelId, Failure> {
        dm::channel(app, self.key(), self.channel).await
    }

    /// A stored channel may be gone; a channel opened just now is right.
    async fn channel_instead(
        &self,
        app: &App,
        refused: &DiscordError,
    ) -> Result<Option<ChannelId>, Failure> {
        dm::channel_instead(app, self.key(), self.channel, refused).await
    }

    async fn draw(&self, app: &App) -> Result<Reply, Failure> {
        let reminder = store::find(app.database.readers(), self.reminder).await?;
        let Some(reminder) = reminder else {
            return Err(crate::database::StoreError::from(sqlx::Error::RowNotFound).into());
        };
        let server = app.server_name(self.team).await;
        Ok(view::reminder(
            &reminder,
            server.as_deref(),
            reminder.language,
        ))
    }

    /// Closed direct messages are final until the member joins again: repeated tries would get the
    /// bot banned.
    async fn store(self, app: &App, outcome: Outcome) -> StoreResult<()> {
        let (now, reminder) = (app.now(), self.reminder);
        app.database
            .write(async move |connection| match outcome {
                Outcome::Sent(sent) => store::mark_sent(connection, reminder, sent, now).await,
                Outcome::Failed { again } => store::try_again(connection, reminder, again).await,
                Outcome::GivenUp => store::mark_undeliverable(connection, reminder).await,
                Outcome::Refused(refused) => {
                    store::mark_undeliverable(connection, reminder).await?;
                    if refused.is_dms_closed() {
                        members::store::close_dms(connection, self.key(), now).await?;
                    }
                    Ok(())
                }
            })
            .await
    }
}
