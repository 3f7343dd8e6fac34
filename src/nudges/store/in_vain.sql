-- How often each person was named to these members since ?3 without any act of the member about them,
-- and what choosing needs to know about those never met: some 24 rows for each member. One row, as to
-- hand one over to the thread that waits for it costs more than to find it.
SELECT json_group_array(json_array(named.member_id, named.other_id, named.times, t.last_met_at,
                                   m.newcomer_at, t.stopped_at, t.snoozed_until, t.not_before))
           AS "named!"
FROM (SELECT n.member_id, s.other_id, count(*) AS times
      FROM json_each(?2) AS members
      CROSS JOIN nudges AS n ON n.team_id = ?1 AND n.member_id = members.value
      CROSS JOIN suggestions AS s ON s.nudge_id = n.nudge_id
      LEFT JOIN ties AS t ON t.team_id = ?1 AND t.member_id = n.member_id AND t.other_id = s.other_id
      WHERE n.due_at > ?3 AND n.state = 'sent' AND s.outcome IS NULL
        AND s.reminded_at IS NULL AND s.for_date IS NULL
        AND coalesce(t.last_met_at, 0) < n.due_at
      GROUP BY n.member_id, s.other_id) AS named
LEFT JOIN members AS m ON m.team_id = ?1 AND m.person_id = named.other_id
LEFT JOIN ties AS t ON t.team_id = ?1 AND t.member_id = named.member_id AND t.other_id = named.other_id
WHERE m.person_id IS NOT NULL OR named.other_id < 0
