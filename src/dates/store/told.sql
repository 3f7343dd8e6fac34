-- The people with a date on one of the days ?3 and a tie with a member, who can be told of them: by the
-- indexes of dates first, which are few, and then by the key of ties. The indexes are named, as SQLite
-- would read the whole team.
SELECT dated.person_id AS "other!: PersonId", dated.birthday AS "birthday?: String",
       dated.first_day AS "first_day?: String", t.circle, t.last_met_at
FROM (SELECT m.person_id, m.birthday, m.first_day
      FROM json_each(?3) AS days
      CROSS JOIN members AS m INDEXED BY members_birthday
        ON m.team_id = ?1 AND m.birthday = days.value
      WHERE m.untracked_at IS NULL AND m.gone_at IS NULL AND coalesce(m.away_until, 0) <= ?4
      UNION
      SELECT m.person_id, m.birthday, m.first_day
      FROM json_each(?3) AS days
      CROSS JOIN members AS m INDEXED BY members_first_day
        ON m.team_id = ?1 AND m.first_day = days.value
      WHERE m.untracked_at IS NULL AND m.gone_at IS NULL AND coalesce(m.away_until, 0) <= ?4
      UNION
      SELECT c.contact_id, c.birthday, NULL
      FROM contacts AS c
      WHERE c.team_id = ?1 AND c.owner_id = ?2 AND c.birthday IN (SELECT value FROM json_each(?3))) AS dated
CROSS JOIN ties AS t ON t.team_id = ?1 AND t.member_id = ?2 AND t.other_id = dated.person_id
-- A member wants to keep in touch with a contact also before they talked.
WHERE (t.last_met_at IS NOT NULL OR dated.person_id < 0)
  AND t.stopped_at IS NULL AND t.apart_at IS NULL AND coalesce(t.snoozed_until, 0) <= ?4
  -- The rest after "Not now" is a wish; the one after a suggestion without an answer is not.
  AND (t.silences > 0 OR coalesce(t.not_before, 0) <= ?4)
