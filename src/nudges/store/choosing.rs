//! Chooses the people of a nudge from what is stored.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::Candidates;
use crate::database::StoreResult;
use crate::dates;
use crate::members::Member;
use crate::nudges::choose::choose;
use crate::nudges::chosen::Chosen;
use crate::team::Team;

/// The people of the nudge of `member` that is due at `at`, of these candidates.
pub(crate) async fn choose_people(
    connection: &mut SqliteConnection,
    candidates: &Candidates,
    team: &Team,
    member: &Member,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> StoreResult<Chosen> {
    let candidates = candidates.of(connection, member.key()).await?;
    let choices = choose(now, member.person, &candidates, member.people);
    let days = dates::days_told(at, member.schedule.zone);
    let told = dates::store::told(connection, team, member.person, &days, now).await?;
    Ok(Chosen::new(choices, told, member.people))
}
