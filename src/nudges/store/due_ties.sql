-- A file, so that its test can ask SQLite how it is carried out: a range of the index ties_due for
-- each of the members.
SELECT t.member_id AS "member!: PersonId", t.other_id AS "person!: PersonId", t.circle,
       t.last_met_at AS "last_met_at!", t.stopped_at, t.snoozed_until, t.not_before
FROM json_each(?2) AS members
CROSS JOIN ties AS t ON t.team_id = ?1 AND t.member_id = members.value AND t.due_at <= ?3
