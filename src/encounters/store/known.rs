//! What is stored before a talk is logged: whether it is one that was logged before, and who is new.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::database::{StoreResult, instant, read_list};
use crate::ids::EncounterId;

/// An encounter that a talk repeats or corrects.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    pub(super) encounter: EncounterId,
    pub(super) happened_at: DateTime<Utc>,
    /// Whether the same interaction logged or corrected it.
    pub(super) repeated: bool,
}

/// What is stored before a talk is logged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// The encounter that the talk repeats or corrects.
    pub(super) before: Option<Before>,
    /// Whether the team and all people named are stored, under their present names and none as gone.
    pub(super) are_people_stored: bool,
    /// Whether the logger's last nudge has no answer so far.
    pub(super) is_nudge_unanswered: bool,
}

/// What is stored before each of these talks, in their order. A talk repeats what its interaction
/// logged or corrected before. It corrects what the same member logged within the last 10 minutes
/// ([`CORRECTION_WINDOW`](crate::encounters::CORRECTION_WINDOW)), with the same people and a date
/// that does not contradict.
pub(super) async fn look_up(
    connection: &mut SqliteConnection,
    talks: &str,
) -> StoreResult<Vec<Known>> {
    // Each use of a list's `value` writes it out, and each `->>` searches it: both are done once.
    let found = sqlx::query_scalar!(
        r#"WITH listed AS MATERIALIZED (SELECT key AS place, value AS talk FROM json_each(?)),
           told AS MATERIALIZED (
               SELECT place, talk, talk ->> 'team' AS team, talk ->> 'logger' AS logger,
                      talk ->> 'interaction' AS interaction, talk ->> 'people' AS people,
                      talk ->> 'other' AS other, talk ->> 'stated' AS stated,
                      talk ->> 'stated_at' AS stated_at, talk ->> 'day_starts' AS day_starts,
                      talk ->> 'day_ends' AS day_ends, talk ->> 'logged_at' AS logged_at,
                      talk ->> 'correctable_since' AS correctable_since
               FROM listed)
           SELECT json_group_array(json_array(
               e.encounter_id, e.happened_at,
               e.interaction_id = told.interaction OR EXISTS (
                   SELECT 1 FROM corrections AS c
                   WHERE c.team_id = told.team AND c.interaction_id = told.interaction),
               EXISTS (SELECT 1 FROM teams WHERE team_id = told.team)
               AND NOT EXISTS (
                   SELECT 1 FROM json_each(told.talk, '$.named') AS n
                   LEFT JOIN members AS m ON m.team_id = told.team AND m.person_id = n.value ->> 0
                                         AND m.name = n.value ->> 1
                                         AND m.username = n.value ->> 2
                                         AND m.gone_at IS NULL
                   WHERE m.person_id IS NULL),
               (SELECT acted_at IS NULL FROM nudges AS n
                WHERE n.team_id = told.team AND n.member_id = told.logger AND n.state = 'sent'
                  AND n.only_dates = 0
                ORDER BY n.week DESC LIMIT 1)) ORDER BY told.place) AS "found!: String"
           FROM told
           LEFT JOIN encounters AS e ON e.encounter_id = coalesce(
               (SELECT k.encounter_id FROM encounters AS k
                WHERE k.team_id = told.team AND k.interaction_id = told.interaction),
               (SELECT c.encounter_id FROM corrections AS c
                WHERE c.team_id = told.team AND c.interaction_id = told.interaction),
               (SELECT encounter_id FROM (
                SELECT k.encounter_id, k.logged_at,
                       told.stated_at IS NOT NULL AND k.stated IS NOT NULL AS both_stated
                FROM encounters AS k
                WHERE k.team_id = told.team AND k.logged_by = told.logger
                  AND k.logged_at > told.correctable_since AND k.logged_at <= told.logged_at
                  -- Most of what they logged is about others: one search tells it.
                  AND EXISTS (SELECT 1 FROM encounter_people AS p
                              WHERE p.encounter_id = k.encounter_id AND p.person_id = told.other)
                  AND (told.stated_at IS NULL OR k.stated IS NULL
                       OR k.happened_at = told.stated_at
                       OR (k.happened_at >= told.day_starts AND k.happened_at < told.day_ends
                           AND NOT (k.stated = 'time' AND told.stated = 'time')))
                  AND told.people = (
                      SELECT json_group_array(person_id ORDER BY person_id)
                      FROM encounter_people AS p WHERE p.encounter_id = k.encounter_id)
                ORDER BY both_stated DESC, k.logged_at DESC, k.encounter_id DESC
                LIMIT 1)))"#,
        talks,
    )
    .fetch_one(connection)
    .await?;
    let found: Vec<Found> = read_list("encounters", "happened_at", &found)?;
    let known = found.into_iter().map(Found::into_known);
    known.collect()
}

impl Known {
    /// Whether Discord delivered the same interaction again: nothing more is to be written.
    pub(super) fn is_repeated(&self) -> bool {
        self.before.is_some_and(|it| it.repeated)
    }
}

/// What the statement finds for one talk, in the order of its list. SQLite's truth values are numbers.
#[derive(Deserialize)]
struct Found {
    encounter: Option<EncounterId>,
    happened_at: Option<i64>,
    is_repeated: Option<u8>,
    are_people_stored: u8,
    is_nudge_unanswered: Option<u8>,
}

impl Found {
    fn into_known(self) -> StoreResult<Known> {
        let before = match self.encounter.zip(self.happened_at) {
            Some((encounter, at)) => Some(Before {
                encounter,
                happened_at: instant("encounters", "happened_at", at)?,
                repeated: self.is_repeated == Some(1),
            }),
            None => None,
        };
        Ok(Known {
            before,
            are_people_stored: self.are_people_stored == 1,
            is_nudge_unanswered: self.is_nudge_unanswered == Some(1),
        })
    }
}
