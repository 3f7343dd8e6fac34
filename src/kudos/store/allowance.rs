//! How much of today's allowance is used. The kudos of the day tell that, except for members who
//! asked to be forgotten: what they had given is stored under keyed hashes until the day is over.

use chrono::{DateTime, Utc};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use sqlx::{SqliteConnection, SqlitePool};

use crate::database::{StoreResult, instant, scrub};
use crate::ids::{MemberKey, PersonId, TeamId};
use crate::kudos::Allowance;

/// Bytes of a key: the length of a hash.
const KEY: usize = 32;

/// Whether an allowance covers the kudos asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AllowanceCheck {
    /// It does.
    Enough {
        /// How many more the giver could give after these.
        left: u32,
    },
    /// The giver has fewer left today.
    NotEnoughLeft {
        /// How many are left.
        left: u32,
    },
    /// The giver has thanked this person as often as a day allows.
    EnoughFor(PersonId),
}

/// Checks whether `giver` may give one kudos to each of `receivers`.
pub(crate) async fn check(
    connection: &mut SqliteConnection,
    giver: MemberKey,
    receivers: &[PersonId],
    allowance: Allowance,
) -> StoreResult<AllowanceCheck> {
    let asked = u32::try_from(receivers.len()).unwrap_or(u32::MAX);
    let used = Used::of(connection, giver, allowance).await?;
    let left = allowance
        .per_day
        .saturating_sub(used.in_all(connection).await?);
    if asked > left {
        return Ok(AllowanceCheck::NotEnoughLeft { left });
    }
    for receiver in receivers {
        if used.for_one(connection, *receiver).await? >= allowance.per_person {
            return Ok(AllowanceCheck::EnoughFor(*receiver));
        }
    }
    Ok(AllowanceCheck::Enough { left: left - asked })
}

/// How much of an allowance one giver has used.
struct Used {
    team: TeamId,
    giver: PersonId,
    /// The start and end of the day, in seconds. Kudos dated ahead by a wrong clock are in no day
    /// yet.
    since: i64,
    until: i64,
    key: Option<Vec<u8>>,
}

impl Used {
    async fn of(
        connection: &mut SqliteConnection,
        giver: MemberKey,
        allowance: Allowance,
    ) -> StoreResult<Self> {
        Ok(Self {
            team: giver.team,
            giver: giver.person,
            since: allowance.since.timestamp(),
            until: allowance.until.timestamp(),
            key: key_of(connection, giver.team).await?,
        })
    }

    /// How many kudos they gave, counting each receiver.
    async fn in_all(&self, connection: &mut SqliteConnection) -> StoreResult<u32> {
        let given = sqlx::query_scalar!(
            r#"SELECT count(*) AS "given: u32" FROM kudos AS k
               JOIN kudos_receivers AS r ON r.team_id = k.team_id AND r.kudos_id = k.kudos_id
               WHERE k.team_id = ? AND k.giver_id = ? AND k.given_at >= ? AND k.given_at < ?"#,
            self.team,
            self.giver,
            self.since,
            self.until,
        )
        .fetch_one(&mut *connection)
        .await?;
        Ok(given + self.before(connection, None).await?)
    }

    /// How often they thanked `receiver`.
    async fn for_one(
        &self,
        connection: &mut SqliteConnection,
        receiver: PersonId,
    ) -> StoreResult<u32> {
        let given = sqlx::query_scalar!(
            r#"SELECT count(*) AS "given: u32" FROM kudos AS k
               JOIN kudos_receivers AS r
                   ON r.team_id = k.team_id AND r.kudos_id = k.kudos_id AND r.person_id = ?5
               WHERE k.team_id = ?1 AND k.giver_id = ?2 AND k.given_at >= ?3 AND k.given_at < ?4"#,
            self.team,
            self.giver,
            self.since,
            self.until,
            receiver,
        )
        .fetch_one(&mut *connection)
        .await?;
        Ok(given + self.before(connection, Some(receiver)).await?)
    }

    /// What was given before one of the two was forgotten.
    async fn before(
        &self,
        connection: &mut SqliteConnection,
        receiver: Option<PersonId>,
    ) -> StoreResult<u32> {
        let Some(key) = &self.key else {
            return Ok(0);
        };
        let who = hash(key, self.giver, receiver);
        let used = sqlx::query_scalar!(
            r#"SELECT kudos AS "kudos: u32" FROM allowance_used WHERE team_id = ? AND who = ?"#,
            self.team,
            who,
        )
        .fetch_optional(connection)
        .await?;
        Ok(used.unwrap_or_default())
    }
}

/// Stores what `member` gave and received on the day of `allowance`. Call it before they are
/// forgotten, in the same write.
pub(crate) async fn keep_used(
    connection: &mut SqliteConnection,
    member: MemberKey,
    allowance: Allowance,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    forget_past(connection, member.team, now).await?;
    let (since, until) = (allowance.since.timestamp(), allowance.until.timestamp());
    let used = sqlx::query!(
        r#"SELECT k.giver_id AS "giver: PersonId", r.person_id AS "receiver: PersonId",
                  count(*) AS "kudos: u32"
           FROM kudos AS k
           JOIN kudos_receivers AS r ON r.team_id = k.team_id AND r.kudos_id = k.kudos_id
           WHERE k.team_id = ?1 AND k.given_at >= ?3 AND k.given_at < ?4
             AND (k.giver_id = ?2 OR r.person_id = ?2) AND k.giver_id <> ?5
           GROUP BY k.giver_id, r.person_id"#,
        member.team,
        member.person,
        since,
        until,
        PersonId::FORGOTTEN,
    )
    .fetch_all(&mut *connection)
    .await?;
    if used.is_empty() {
        return Ok(());
    }
    let key = key_for(connection, member.team, until).await?;
    for row in used {
        add(
            connection,
            member.team,
            hash(&key, row.giver, None),
            row.kudos,
        )
        .await?;
        let pair = hash(&key, row.giver, Some(row.receiver));
        add(connection, member.team, pair, row.kudos).await?;
    }
    Ok(())
}

async fn add(
    connection: &mut SqliteConnection,
    team: TeamId,
    who: Vec<u8>,
    kudos: u32,
) -> StoreResult<()> {
    sqlx::query!(
        "INSERT INTO allowance_used (team_id, who, kudos) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET kudos = kudos + excluded.kudos",
        team,
        who,
        kudos,
    )
    .execute(connection)
    .await?;
    Ok(())
}

async fn key_of(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<Option<Vec<u8>>> {
    let key = sqlx::query_scalar!("SELECT key FROM allowance_keys WHERE team_id = ?", team);
    Ok(key.fetch_optional(connection).await?)
}

/// The key of the day; creates it if there is none.
async fn key_for(
    connection: &mut SqliteConnection,
    team: TeamId,
    until: i64,
) -> StoreResult<Vec<u8>> {
    if let Some(key) = key_of(connection, team).await? {
        return Ok(key);
    }
    let mut key = vec![0; KEY];
    getrandom::fill(&mut key).map_err(|error| sqlx::Error::Io(error.into()))?;
    sqlx::query!(
        "INSERT INTO allowance_keys (team_id, key, until) VALUES (?, ?, ?)",
        team,
        key,
        until,
    )
    .execute(connection)
    .await?;
    Ok(key)
}

fn hash(key: &[u8], giver: PersonId, receiver: Option<PersonId>) -> Vec<u8> {
    let Ok(mut hash) = Hmac::<Sha256>::new_from_slice(key) else {
        // HMAC takes a key of any length.
        return Vec::new();
    };
    hash.update(&giver.0.to_be_bytes());
    if let Some(receiver) = receiver {
        hash.update(&receiver.0.to_be_bytes());
    }
    hash.finalize().into_bytes().to_vec()
}

/// Deletes what is stored of past days in `team`.
pub(super) async fn forget_past(
    connection: &mut SqliteConnection,
    team: TeamId,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let until = now.timestamp();
    let past = sqlx::query!(
        "DELETE FROM allowance_keys WHERE team_id = ? AND until <= ?",
        team,
        until,
    );
    if past.execute(&mut *connection).await?.rows_affected() > 0 {
        scrub::owe(connection, now).await?;
    }
    Ok(())
}

/// Deletes what is stored of past days in all teams.
pub(crate) async fn forget_all_past(
    connection: &mut SqliteConnection,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let until = now.timestamp();
    let past = sqlx::query!("DELETE FROM allowance_keys WHERE until <= ?", until);
    if past.execute(&mut *connection).await?.rows_affected() > 0 {
        scrub::owe(connection, now).await?;
    }
    Ok(())
}

/// When the first day with something stored is over.
pub(crate) async fn first_over(readers: &SqlitePool) -> StoreResult<Option<DateTime<Utc>>> {
    let first = sqlx::query_scalar!(r#"SELECT min(until) AS "first: i64" FROM allowance_keys"#)
        .fetch_one(readers)
        .await?;
    first
        .map(|first| instant("allowance_keys", "until", first))
        .transpose()
}
