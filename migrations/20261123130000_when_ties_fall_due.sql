-- When a tie falls due stands beside it, kept by every write that moves it, so that whom to name
-- to a member is read from a range of an index however many people they know.
ALTER TABLE ties ADD COLUMN due_at INTEGER;        -- NULL: never met
ALTER TABLE ties ADD COLUMN snoozed_until INTEGER; -- the member's own wish; the rhythm goes on

-- A circle is kept as a word: its length is src/ties/circle.rs', written out once for what is
-- there already.
UPDATE ties SET due_at = last_met_at + 86400 * (
    SELECT CASE circle
           WHEN 'close' THEN 7
           WHEN 'regular' THEN 30
           WHEN 'wider' THEN 91
           WHEN 'distant' THEN 182
           ELSE CAST(substr(circle, length('every ') + 1) AS INTEGER) -- 'every 10 days'
           END
    FROM (SELECT coalesce(ties.circle, teams.circle) AS circle
          FROM teams WHERE teams.team_id = ties.team_id));

CREATE INDEX ties_due ON ties (team_id, member_id, due_at);
