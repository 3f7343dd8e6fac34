//! The posts of kudos, and the removal of kudos whose post is deleted.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};

use crate::database::{Progress, StoreResult, instant};
use crate::discord::names::PersonName;
use crate::ids::{ChannelId, InteractionId, KudosId, MessageId, PersonId, TeamId};
use crate::kudos::Unposted;

/// Stores which message the kudos was posted as.
pub(crate) async fn set_post(
    connection: &mut SqliteConnection,
    kudos: KudosId,
    post: MessageId,
) -> StoreResult<()> {
    sqlx::query!(
        "UPDATE kudos SET message_id = ? WHERE kudos_id = ?",
        post,
        kudos
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes the kudos that was posted as `post`, or those of reactions to it.
pub(crate) async fn remove_post(
    connection: &mut SqliteConnection,
    post: MessageId,
) -> StoreResult<()> {
    sqlx::query!("DELETE FROM kudos WHERE message_id = ?", post)
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether `post` is a kudos, or was thanked for by reactions. Most deleted messages are not, and so need no write.
pub(crate) async fn is_post(readers: &SqlitePool, post: MessageId) -> StoreResult<bool> {
    let found = sqlx::query_scalar!("SELECT count(*) FROM kudos WHERE message_id = ?", post)
        .fetch_one(readers)
        .await?;
    Ok(found > 0)
}

/// Kudos given by `until` with an unknown post, the oldest first.
pub(crate) async fn unposted(
    readers: &SqlitePool,
    until: DateTime<Utc>,
) -> StoreResult<Vec<Unposted>> {
    let until = until.timestamp();
    let rows = sqlx::query!(
        r#"SELECT kudos_id AS "kudos: KudosId", k.team_id AS "team: TeamId",
                  channel_id AS "channel: ChannelId", reason AS "reason!", given_at,
                  interaction_id AS "interaction!: InteractionId", m.name AS "name?",
                  m.username AS "username?"
           FROM kudos AS k
           LEFT JOIN members AS m ON m.team_id = k.team_id AND m.person_id = k.giver_id
           WHERE message_id IS NULL AND given_at <= ? ORDER BY kudos_id"#,
        until,
    )
    .fetch_all(readers)
    .await?;
    let mut unposted = Vec::with_capacity(rows.len());
    for row in rows {
        let receivers = sqlx::query_scalar!(
            r#"SELECT person_id AS "person: PersonId" FROM kudos_receivers WHERE kudos_id = ?"#,
            row.kudos,
        );
        unposted.push(Unposted {
            kudos: row.kudos,
            team: row.team,
            channel: row.channel,
            giver_name: PersonName {
                shown: row.name.unwrap_or_default(),
                username: row.username.unwrap_or_default(),
            },
            receivers: receivers.fetch_all(readers).await?,
            reason: row.reason,
            given_at: instant("kudos", "given_at", row.given_at)?,
            interaction: row.interaction,
        });
    }
    Ok(unposted)
}

/// When the oldest kudos with an unknown post after `since` was given.
pub(crate) async fn first_unposted(
    readers: &SqlitePool,
    since: DateTime<Utc>,
) -> StoreResult<Option<DateTime<Utc>>> {
    let since = since.timestamp();
    let first = sqlx::query_scalar!(
        r#"SELECT min(given_at) AS "first: i64" FROM kudos
           WHERE message_id IS NULL AND given_at > ?"#,
        since,
    )
    .fetch_one(readers)
    .await?;
    first
        .map(|first| instant("kudos", "given_at", first))
        .transpose()
}

/// Removes up to `most` of the kudos that were posted in `channel` or its threads. Removing all at
/// once would delay other writes.
pub(crate) async fn remove_in(
    connection: &mut SqliteConnection,
    team: TeamId,
    channel: ChannelId,
    most: u32,
) -> StoreResult<Progress> {
    let removed = sqlx::query!(
        "DELETE FROM kudos WHERE kudos_id IN (
             SELECT kudos_id FROM kudos WHERE team_id = ?1 AND (channel_id = ?2 OR parent_id = ?2)
             LIMIT ?3)",
        team,
        channel,
        most,
    )
    .execute(connection)
    .await?;
    Ok(if removed.rows_affected() == u64::from(most) {
        Progress::More
    } else {
        Progress::Done
    })
}

/// The posts of kudos given since, at most the latest `most` of each team, in the order of posting
/// in each channel.
pub(crate) async fn recent(
    readers: &SqlitePool,
    team: TeamId,
    since: DateTime<Utc>,
    most: u32,
) -> StoreResult<Vec<(ChannelId, MessageId)>> {
    let since = since.timestamp();
    let rows = sqlx::query!(
        r#"SELECT channel_id AS "channel: ChannelId", message_id AS "post!: MessageId"
           FROM (SELECT channel_id, message_id FROM kudos
                 WHERE team_id = ? AND given_at >= ? AND message_id IS NOT NULL
                   AND emoji IS NULL
                 ORDER BY given_at DESC LIMIT ?)
           ORDER BY channel_id, message_id"#,
        team,
        since,
        most,
    )
    .fetch_all(readers)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.channel, row.post))
        .collect())
}

/// The teams that Rapport is in.
pub(crate) async fn teams(readers: &SqlitePool) -> StoreResult<Vec<TeamId>> {
    Ok(sqlx::query_scalar!(
        r#"SELECT team_id AS "team: TeamId" FROM teams WHERE removed_at IS NULL"#
    )
    .fetch_all(readers)
    .await?)
}
