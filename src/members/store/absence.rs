//! Stores when members are away.

use chrono::NaiveDate;
use sqlx::SqliteConnection;

use crate::calendar::{Absence, Zone};
use crate::database::StoreResult;
use crate::members::MemberAt;
use crate::ties::store::read_absence;

/// The member is away from now on.
pub(crate) async fn go_away(
    connection: &mut SqliteConnection,
    of: MemberAt,
    absence: Absence,
) -> StoreResult<()> {
    let (now, until) = (of.now.timestamp(), absence.until.timestamp());
    let back_on = absence.back_on.to_string();
    sqlx::query!(
        "UPDATE members SET away_at = ?, away_until = ?, back_on = ?
         WHERE team_id = ? AND person_id = ?",
        now,
        until,
        back_on,
        of.key.team,
        of.key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The member moved to this zone: an absence that holds ends as its day begins there.
pub(super) async fn follow_zone(
    connection: &mut SqliteConnection,
    of: MemberAt,
    zone: Zone,
) -> StoreResult<()> {
    let now = of.now.timestamp();
    let holds = sqlx::query!(
        "SELECT away_until, back_on FROM members
         WHERE team_id = ? AND person_id = ? AND away_until > ?",
        of.key.team,
        of.key.person,
        now,
    )
    .fetch_optional(&mut *connection)
    .await?;
    let Some(row) = holds else { return Ok(()) };
    let Some(absence) = read_absence(row.away_until, row.back_on)? else {
        return Ok(());
    };
    let until = Absence::until_day(absence.back_on, zone).until.timestamp();
    sqlx::query!(
        "UPDATE members SET away_until = ? WHERE team_id = ? AND person_id = ?",
        until,
        of.key.team,
        of.key.person,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The member is back earlier than they said; nudges due meanwhile are skipped. An absence that began
/// today was a mistake, so nothing of it stays. Returns `false` if they were not away.
pub(crate) async fn come_back(
    connection: &mut SqliteConnection,
    of: MemberAt,
    zone: Zone,
) -> StoreResult<bool> {
    let today: NaiveDate = of.now.with_timezone(&zone).date_naive();
    let midnight = Absence::until_day(today, zone).until.timestamp();
    let (now, today) = (of.now.timestamp(), today.to_string());
    let ended = sqlx::query!(
        "UPDATE members
         SET away_until = iif(away_at < ?1, ?2, NULL), back_on = iif(away_at < ?1, ?3, NULL),
             away_at = iif(away_at < ?1, away_at, NULL),
             nudges_from = iif(joined_at IS NULL, nudges_from, ?2)
         WHERE team_id = ?4 AND person_id = ?5 AND away_until > ?2",
        midnight,
        now,
        today,
        of.key.team,
        of.key.person,
    )
    .execute(connection)
    .await?;
    Ok(ended.rows_affected() == 1)
}
