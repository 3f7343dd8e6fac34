-- Members who joined, or are on the roster, never met and nameable now, newest
-- first: read from the index members_newcomers for as long as more are needed. With IS NOT NULL in place
-- of the comparison, SQLite thinks that index worth too little. People marked as at the weekly cap
-- are left out, or (?5) are all that is read. The people in the list ?6 are left out.
SELECT m.person_id AS "person!: PersonId", m.newcomer_at AS "joined_at!",
       (SELECT count(*) FROM suggestions AS s
        WHERE s.team_id = ?1 AND s.other_id = m.person_id AND s.week = ?3
          AND s.for_date IS NULL)
           AS "suggested_this_week!: u32"
FROM members AS m
LEFT JOIN ties AS t ON t.team_id = ?1 AND t.member_id = ?2 AND t.other_id = m.person_id
WHERE m.team_id = ?1 AND m.newcomer_at >= 0 AND m.person_id <> ?2
  AND (m.full_week IS ?3) = ?5 AND m.person_id NOT IN (SELECT value FROM json_each(?6))
  AND m.untracked_at IS NULL AND m.gone_at IS NULL AND coalesce(m.away_until, 0) <= ?4
  AND t.last_met_at IS NULL AND t.stopped_at IS NULL
  AND coalesce(t.snoozed_until, 0) <= ?4 AND coalesce(t.not_before, 0) <= ?4
ORDER BY m.newcomer_at DESC, 3, m.person_id
