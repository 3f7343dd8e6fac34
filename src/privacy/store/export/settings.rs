//! The settings of an export.

use sqlx::SqliteConnection;

use super::at;
use crate::database::StoreResult;
use crate::ids::{ChannelId, MemberKey};
use crate::privacy::export::SettingsExport;

/// What the person chose, and what Discord said about them.
pub(super) async fn settings(
    connection: &mut SqliteConnection,
    key: MemberKey,
) -> StoreResult<Option<SettingsExport>> {
    let row = sqlx::query!(
        r#"SELECT name, username, zone, language, client_language, weekday, time, people,
                  asked_at, m.joined_at, nudges_from, next_nudge_at, paused_at, paused_until, away_at,
                  away_until, back_on, birthday, first_day, hidden_at, untracked_at, rostered_at, gone_at,
                  seen_at, missed_at,
                  (SELECT counted_since FROM voice_choices AS v
                   WHERE v.team_id = m.team_id AND v.person_id = m.person_id)
                      AS "voice_since: i64",
                  dm_channel_id AS "dm_channel_id: ChannelId", dms_closed_at,
                  c.joined_at AS "introductions_since?", c.skips AS "skips?: bool", c.about
           FROM members AS m
           LEFT JOIN introduction_members AS c
             ON c.team_id = m.team_id AND c.person_id = m.person_id
           WHERE m.team_id = ? AND m.person_id = ?"#,
        key.team,
        key.person,
    )
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let since = at("voice_choices", "counted_since", row.voice_since)?;
    let at = |column, seconds| at("members", column, seconds);
    Ok(Some(SettingsExport {
        name: row.name,
        username: row.username,
        zone: row.zone,
        dm_language: row.language,
        client_language: row.client_language,
        weekday: row.weekday,
        time: row.time,
        people_per_nudge: row.people,
        asked_at: at("asked_at", row.asked_at)?,
        nudges_on_since: at("joined_at", row.joined_at)?,
        nudges_from: at("nudges_from", row.nudges_from)?,
        next_nudge_at: at("next_nudge_at", row.next_nudge_at)?,
        paused_at: at("paused_at", row.paused_at)?,
        paused_until: at("paused_until", row.paused_until)?,
        away_at: at("away_at", row.away_at)?,
        away_until: at("away_until", row.away_until)?,
        back_on: row.back_on,
        birthday: row.birthday,
        first_day: row.first_day,
        hidden_from_leaderboards_since: at("hidden_at", row.hidden_at)?,
        voice_talks_count_since: since,
        not_tracked_since: at("untracked_at", row.untracked_at)?,
        on_roster_as_in_server_since: at("rostered_at", row.rostered_at)?,
        seen_in_server_at: at("seen_at", row.seen_at)?,
        missed_in_server_at: at("missed_at", row.missed_at)?,
        left_server_at: at("gone_at", row.gone_at)?,
        dm_channel_id: row.dm_channel_id,
        dms_closed_at: at("dms_closed_at", row.dms_closed_at)?,
        introductions_on_since: at("introductions_since", row.introductions_since)?,
        sits_out_next_introductions: row.skips,
        about_me: row.about,
    }))
}
