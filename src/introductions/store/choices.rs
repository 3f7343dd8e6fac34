//! What teams and members choose about introductions.

use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqliteExecutor};

use crate::database::{StoreError, StoreResult, instant};
use crate::ids::{ChannelId, MemberKey, TeamId};
use crate::introductions::{AboutLine, Choice, Every, Plan};

/// A stored plan, as its row has it.
pub(super) struct PlanRow {
    pub(super) channel_id: ChannelId,
    pub(super) weeks: i64,
    pub(super) weekday: String,
    pub(super) hour: i64,
    pub(super) begins_at: i64,
}

impl PlanRow {
    pub(super) fn into_plan(self) -> StoreResult<Plan> {
        let corrupt = |column, value| StoreError::Corrupt {
            table: "introduction_plans",
            column,
            value,
        };
        let every: Result<Every, _> = self.weeks.to_string().parse();
        Ok(Plan {
            channel: self.channel_id,
            every: every.map_err(|_| corrupt("weeks", self.weeks.to_string()))?,
            weekday: self
                .weekday
                .parse()
                .map_err(|_| corrupt("weekday", self.weekday))?,
            hour: u8::try_from(self.hour).map_err(|_| corrupt("hour", self.hour.to_string()))?,
            begins_at: instant("introduction_plans", "begins_at", self.begins_at)?,
        })
    }
}

/// The team's plan; `None` if it makes no introductions.
pub(crate) async fn plan(
    executor: impl SqliteExecutor<'_>,
    team: TeamId,
) -> StoreResult<Option<Plan>> {
    let row = sqlx::query_as!(
        PlanRow,
        r#"SELECT channel_id AS "channel_id: ChannelId", weeks, weekday, hour, begins_at
           FROM introduction_plans WHERE team_id = ?"#,
        team,
    )
    .fetch_optional(executor)
    .await?;
    row.map(PlanRow::into_plan).transpose()
}

/// Stores the plan of a stored team.
pub(crate) async fn set_plan(
    connection: &mut SqliteConnection,
    team: TeamId,
    plan: Plan,
) -> StoreResult<()> {
    let (weekday, begins_at) = (plan.weekday.to_string(), plan.begins_at.timestamp());
    let weeks = plan.every.weeks();
    sqlx::query!(
        "INSERT INTO introduction_plans (team_id, channel_id, weeks, weekday, hour, begins_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT DO UPDATE SET channel_id = ?2, weeks = ?3, weekday = ?4, hour = ?5,
                                   begins_at = ?6",
        team,
        plan.channel,
        weeks,
        weekday,
        plan.hour,
        begins_at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Ends the team's introductions: those without a thread are called off. Who said yes is kept, in case
/// they begin again.
pub(crate) async fn end_plan(connection: &mut SqliteConnection, team: TeamId) -> StoreResult<()> {
    sqlx::query!("DELETE FROM introduction_plans WHERE team_id = ?", team)
        .execute(&mut *connection)
        .await?;
    super::openings::call_off(connection, team).await
}

/// What the member chose; `None` if they did not say yes to introductions.
pub(crate) async fn choice(
    executor: impl SqliteExecutor<'_>,
    key: MemberKey,
) -> StoreResult<Option<Choice>> {
    Ok(sqlx::query_as!(
        Choice,
        r#"SELECT skips AS "skips: bool", about FROM introduction_members
           WHERE team_id = ? AND person_id = ?"#,
        key.team,
        key.person,
    )
    .fetch_optional(executor)
    .await?)
}

/// Stores the member's yes, also to the next round.
pub(crate) async fn join(
    connection: &mut SqliteConnection,
    key: MemberKey,
    now: DateTime<Utc>,
) -> StoreResult<()> {
    let now = now.timestamp();
    sqlx::query!(
        "INSERT INTO introduction_members (team_id, person_id, joined_at) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET skips = 0",
        key.team,
        key.person,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Deletes the member's yes; returns whether there was one.
pub(crate) async fn leave(connection: &mut SqliteConnection, key: MemberKey) -> StoreResult<bool> {
    let left = sqlx::query!(
        "DELETE FROM introduction_members WHERE team_id = ? AND person_id = ?",
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(left.rows_affected() == 1)
}

/// The member sits out the next round; returns whether they said yes to introductions.
pub(crate) async fn skip(connection: &mut SqliteConnection, key: MemberKey) -> StoreResult<bool> {
    let skips = sqlx::query!(
        "UPDATE introduction_members SET skips = 1 WHERE team_id = ? AND person_id = ?",
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(skips.rows_affected() == 1)
}

/// Stores the member's line about themselves, or deletes it; returns whether they said yes to
/// introductions.
pub(crate) async fn set_about(
    connection: &mut SqliteConnection,
    key: MemberKey,
    about: Option<&AboutLine>,
) -> StoreResult<bool> {
    let about = about.map(AboutLine::as_str);
    let set = sqlx::query!(
        "UPDATE introduction_members SET about = ? WHERE team_id = ? AND person_id = ?",
        about,
        key.team,
        key.person,
    )
    .execute(connection)
    .await?;
    Ok(set.rows_affected() == 1)
}
