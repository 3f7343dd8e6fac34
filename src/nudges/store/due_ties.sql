-- A file, so that its test can ask SQLite how it is carried out: a range of the index ties_due.
SELECT t.other_id AS "person!: PersonId", t.circle, t.last_met_at AS "last_met_at!", t.stopped_at,
       t.snoozed_until, t.not_before,
       (SELECT count(*) FROM suggestions AS s
        WHERE s.team_id = ?1 AND s.other_id = t.other_id AND s.week = ?3)
           AS "suggested_this_week!: u32"
FROM ties AS t
LEFT JOIN members AS m ON m.team_id = ?1 AND m.person_id = t.other_id
WHERE t.team_id = ?1 AND t.member_id = ?2 AND t.due_at <= ?4 AND m.untracked_at IS NULL
  AND m.gone_at IS NULL
