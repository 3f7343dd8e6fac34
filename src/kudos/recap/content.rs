//! What a recap says. It is read just before it is posted, without kudos that were taken back or
//! deleted since, and without kudos from channels that not everyone can read.

use std::collections::BTreeSet;

use chrono::{NaiveTime, TimeDelta};
use sqlx::SqliteConnection;

use super::{ClaimedRecap, MESSAGES, Quote, Recap, named, store};
use crate::app::App;
use crate::database::{StoreResult, json_list};
use crate::discord::DiscordError;
use crate::errors::Failure;
use crate::ids::{ChannelId, KudosId, MessageId, PersonId};
use crate::kudos::board::{Scope, Side};
use crate::kudos::commands::LOOKED_UP;
use crate::kudos::deleted_posts;
use crate::kudos::ranking::Row;
use crate::kudos::store::{Counted, board, highest};
use crate::members::{self, presence};
use crate::team;

/// How many channels and threads messages are shown from: those with the latest messages.
const CHANNELS: i64 = 25;

/// How often other messages are chosen because the posts of some are gone.
const CHOICES: usize = 5;

/// Reads what the recap says, after asking Discord who and what is still there.
pub(super) async fn load(app: &App, claimed: &ClaimedRecap) -> Result<Recap, Failure> {
    look_up(app, claimed).await?;
    let messages = messages(app, claimed).await?;
    Ok(read(app, claimed, messages).await?)
}

/// Looks up which of the top people on both boards left or came back.
async fn look_up(app: &App, claimed: &ClaimedRecap) -> StoreResult<()> {
    let mut people = BTreeSet::new();
    for side in [Side::Received, Side::Given] {
        let counted = counted(claimed, side);
        people.extend(highest(app.database.readers(), &counted, LOOKED_UP).await?);
    }
    presence::look_up(app, [(claimed.team, people)].into()).await
}

fn counted(claimed: &ClaimedRecap, side: Side) -> Counted {
    Counted {
        team: claimed.team,
        channel: claimed.channel,
        scope: Scope::Server,
        side,
        buckets: claimed.days.buckets(),
    }
}

async fn read(app: &App, claimed: &ClaimedRecap, messages: Vec<Quote>) -> StoreResult<Recap> {
    let team = team::load(app, claimed.team).await?;
    let mut connection = app.database.reader().await?;
    let mut top = async |side| -> StoreResult<Vec<Row>> {
        if !team.leaderboards_on {
            return Ok(Vec::new());
        }
        let board = board(&mut *connection, &counted(claimed, side)).await?;
        Ok(named(board.page(1, PersonId(0)).rows))
    };
    let (thanked, givers) = (top(Side::Received).await?, top(Side::Given).await?);
    let ranked = thanked.iter().chain(&givers).map(|row| row.person);
    let quoted = messages
        .iter()
        .flat_map(|it| it.receivers.iter().chain([&it.giver]));
    let people: Vec<_> = ranked.chain(quoted.copied()).collect();
    Ok(Recap {
        names: members::store::names(&mut *connection, claimed.team, &people).await?,
        id: claimed.recap,
        team: claimed.team,
        language: team.language(),
        days: claimed.days,
        people: store::people_thanked(&mut connection, claimed.team, claimed.days).await?,
        thanked,
        givers,
        messages,
    })
}

/// The latest messages whose posts exist, from channels that everyone who can read the recap's
/// channel can read.
async fn messages(app: &App, claimed: &ClaimedRecap) -> Result<Vec<Quote>, Failure> {
    let channels = open_channels(app, claimed).await?;
    for _ in 0..CHOICES {
        let mut connection = app.database.reader().await.map_err(Failure::from)?;
        let quotes = quotes(&mut connection, claimed, &channels).await?;
        drop(connection);
        let mut gone = 0;
        for quote in &quotes {
            let posts = [quote.post];
            gone += deleted_posts::check(app, claimed.team, quote.channel, &posts).await?;
        }
        if gone == 0 {
            return Ok(quotes);
        }
    }
    Ok(Vec::new())
}

/// The channels from which the recap may show messages.
async fn open_channels(app: &App, claimed: &ClaimedRecap) -> Result<Vec<ChannelId>, Failure> {
    let mut connection = app.database.reader().await.map_err(Failure::from)?;
    let mut channels = channels(&mut connection, claimed).await?;
    drop(connection);
    if channels.iter().all(|channel| *channel == claimed.channel) {
        return Ok(channels);
    }
    match app.outbox.visibility(claimed.team, &channels).await {
        Ok(visibility) => channels.retain(|there| visibility.shows(*there, claimed.channel)),
        // If Discord does not answer, only the recap's own channel is known to be open.
        Err(DiscordError::Refused { .. }) => channels.retain(|there| *there == claimed.channel),
        Err(error) => return Err(error.into()),
    }
    Ok(channels)
}

/// A time before every post of these days, in any zone: where to start reading the index.
fn begin(claimed: &ClaimedRecap) -> i64 {
    let first = claimed.days.first.and_time(NaiveTime::MIN).and_utc();
    (first - TimeDelta::days(1)).timestamp()
}

/// The channels in which kudos were posted on these days.
async fn channels(
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
async fn quotes(
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
