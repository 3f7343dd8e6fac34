//! The SQL of kudos by reaction.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor, SqlitePool};

use super::allowance::{self, AllowanceCheck};
use super::insert_receiver;
use crate::database::{StoreError, StoreResult};
use crate::discord::emoji::Emoji;
use crate::ids::{ChannelId, KudosId, MessageId, PersonId, TeamId};
use crate::kudos::{Allowance, CountedReaction, NewReaction};

/// A row of the table, as far as it becomes a [`CountedReaction`].
struct Row {
    kudos: KudosId,
    channel: ChannelId,
    message: MessageId,
    giver: PersonId,
    emoji: String,
}

impl Row {
    fn read(self) -> StoreResult<CountedReaction> {
        Ok(CountedReaction {
            kudos: self.kudos,
            channel: self.channel,
            message: self.message,
            giver: self.giver,
            emoji: read_emoji(self.emoji)?,
        })
    }
}

/// Gives a kudos by a reaction if the giver's allowance covers it, and they don't thank this
/// message already. Returns whether it did.
pub(crate) async fn add(
    connection: &mut SqliteConnection,
    new: &NewReaction,
    allowance: Allowance,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    allowance::forget_past(connection, new.team, now).await?;
    let giver = new.team.member(new.giver);
    let checked = allowance::check(connection, giver, &[new.receiver], allowance).await?;
    if !matches!(checked, AllowanceCheck::Enough { .. }) {
        return Ok(false);
    }
    let (emoji, day, now) = (
        new.emoji.to_string(),
        allowance.day.to_string(),
        now.timestamp(),
    );
    let added = sqlx::query_scalar!(
        r#"INSERT INTO kudos (team_id, channel_id, parent_id, giver_id, emoji, day, given_at,
                              message_id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
           RETURNING kudos_id AS "kudos_id!: KudosId""#,
        new.team,
        new.channel,
        new.parent,
        new.giver,
        emoji,
        day,
        now,
        new.message,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let Some(kudos) = added else {
        return Ok(false);
    };
    insert_receiver(connection, new.team.member(new.receiver), kudos).await?;
    Ok(true)
}

/// The kudos by reaction to a message.
pub(crate) async fn to_message(
    executor: impl SqliteExecutor<'_>,
    team: TeamId,
    message: MessageId,
) -> StoreResult<Vec<CountedReaction>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT kudos_id AS "kudos: KudosId", channel_id AS "channel: ChannelId",
                  message_id AS "message!: MessageId", giver_id AS "giver: PersonId",
                  emoji AS "emoji!"
           FROM kudos WHERE team_id = ? AND message_id = ? AND emoji IS NOT NULL"#,
        team,
        message,
    )
    .fetch_all(executor)
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// The kudos by reaction given since, at most the latest `most`, ordered by message.
pub(crate) async fn recent(
    readers: &SqlitePool,
    team: TeamId,
    since: DateTime<Utc>,
    most: u32,
) -> StoreResult<Vec<CountedReaction>> {
    let since = since.timestamp();
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT kudos_id AS "kudos: KudosId", channel_id AS "channel: ChannelId",
                  message_id AS "message!: MessageId", giver_id AS "giver: PersonId",
                  emoji AS "emoji!"
           FROM (SELECT kudos_id, channel_id, message_id, giver_id, emoji FROM kudos
                 WHERE team_id = ? AND given_at >= ? AND emoji IS NOT NULL
                 ORDER BY given_at DESC LIMIT ?)
           ORDER BY message_id, kudos_id"#,
        team,
        since,
        most,
    )
    .fetch_all(readers)
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// The parent of a thread in which kudos were given before; `None` if none were.
pub(crate) async fn known_parent(
    readers: &SqlitePool,
    team: TeamId,
    channel: ChannelId,
) -> StoreResult<Option<Option<ChannelId>>> {
    Ok(sqlx::query_scalar!(
        r#"SELECT parent_id AS "parent: ChannelId" FROM kudos
           WHERE team_id = ? AND channel_id = ? LIMIT 1"#,
        team,
        channel,
    )
    .fetch_optional(readers)
    .await?)
}

/// Reads a stored emoji.
pub(crate) fn read_emoji(emoji: String) -> StoreResult<Emoji> {
    emoji.parse().map_err(|_| StoreError::Corrupt {
        table: "kudos",
        column: "emoji",
        value: emoji,
    })
}
