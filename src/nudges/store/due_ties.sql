-- A file, so that its test can ask SQLite how it is carried out: the ties of each of the members, which lie
-- side by side. One row, as to hand one over to the thread that waits for it costs more than to find it.
SELECT json_group_array(json_array(t.member_id, t.other_id, t.circle, t.kind, t.last_met_at, t.due_at,
                                   t.stopped_at, t.snoozed_until, t.not_before)) AS "ties!"
FROM json_each(?2) AS members
CROSS JOIN ties AS t ON t.team_id = ?1 AND t.member_id = members.value AND t.due_at <= ?3
