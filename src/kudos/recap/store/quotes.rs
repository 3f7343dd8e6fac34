//! The messages that a recap can quote.

use chrono::{NaiveTime, TimeDelta};
use sqlx::SqliteConnection;

use crate::database::{StoreResult, json_list};
use crate::ids::{ChannelId, KudosId, MessageId, PersonId};
use crate::kudos::recap::{ClaimedRecap, MESSAGES, Quote};

/// How many channels and threads messages are shown from: those with the latest messages.
const CHANNELS: i64 = 25;

/// The channels in which kudos were posted on these days.
pub(crate) async fn channels(
    connection: &mut SqliteConnection,
    claimed: &ClaimedRecap,
) -> StoreResult<Vec<ChannelId>> {
    let days = claimed.days;
    let (first, last) = (days.first.to_string(), days.last.to_string());
    let begin = begin(claimed);
    Ok(sqlx::query_scalar!(
        r#"SELECT channel_id AS "channel!: ChannelId" FROM kudos
           WHERE team_id = ? AND given_at >= ? AND day BETWEEN ? AND ? AND message_id IS NOT NULL
             AND reason IS NOT NULL
           GROUP BY channel_id ORDER BY max(given_at) DESC LIMIT ?"#,
        claimed.team,
        begin,
        first,
        last,
        CHANNELS,
    )
    .fetch_all(connection)
    .await?)
}

/// The latest messages of these days in these channels, without those of or for people who hide
/// from boards or have left. A reaction has no words to quote.
pub(crate) async fn latest(
    connection: &mut SqliteConnection,
    claimed: &ClaimedRecap,
    channels: &[ChannelId],
) -> StoreResult<Vec<Quote>> {
    let days = claimed.days;
    let (first, last) = (days.first.to_string(), days.last.to_string());
    let (begin, channels) = (begin(claimed), json_list(channels));
    let most = i64::try_from(MESSAGES).unwrap_or(i64::MAX);
    let rows = sqlx::query!(
        r#"SELECT k.kudos_id AS "kudos: KudosId", k.giver_id AS "giver: PersonId",
                  k.reason AS "reason!",
                  k.channel_id AS "channel: ChannelId", k.message_id AS "post!: MessageId"
           FROM kudos AS k
           WHERE k.team_id = ?1 AND k.given_at >= ?5 AND k.day BETWEEN ?2 AND ?3
             AND k.message_id IS NOT NULL AND k.reason IS NOT NULL
             AND k.channel_id IN (SELECT value FROM json_each(?6))
             AND NOT EXISTS (
                 SELECT 1 FROM members AS m
                 WHERE m.team_id = k.team_id AND (m.hidden_at IS NOT NULL OR m.gone_at IS NOT NULL)
                   AND (m.person_id = k.giver_id OR m.person_id IN (
                       SELECT r.person_id FROM kudos_receivers AS r
                       WHERE r.kudos_id = k.kudos_id)))
           ORDER BY k.given_at DESC, k.kudos_id DESC LIMIT ?4"#,
        claimed.team,
        first,
        last,
        most,
        begin,
        channels,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut quotes = Vec::with_capacity(rows.len());
    for row in rows {
        quotes.push(Quote {
            giver: row.giver,
            receivers: receivers(&mut *connection, row.kudos).await?,
            reason: row.reason,
            channel: row.channel,
            post: row.post,
        });
    }
    Ok(quotes)
}

async fn receivers(
    connection: &mut SqliteConnection,
    kudos: KudosId,
) -> StoreResult<Vec<PersonId>> {
    let people = sqlx::query_scalar!(
        r#"SELECT person_id AS "person: PersonId" FROM kudos_receivers WHERE kudos_id = ?"#,
        kudos,
    )
    .fetch_all(connection)
    .await?;
    Ok(people)
}

/// A time before every post of these days, in any zone: where to start reading the index.
fn begin(claimed: &ClaimedRecap) -> i64 {
    let first = claimed.days.first.and_time(NaiveTime::MIN).and_utc();
    (first - TimeDelta::days(1)).timestamp()
}
