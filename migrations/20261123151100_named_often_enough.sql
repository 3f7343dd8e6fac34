-- The last ISO week in which a member was named to as many others as the weekly cap allows, so that
-- choosing passes over them without counting. It only ever saves a count: where a suggestion is taken
-- back it is emptied, and who is counted all the same is found to be at the cap.
ALTER TABLE members ADD COLUMN full_week TEXT;
CREATE TRIGGER suggestions_taken_back AFTER DELETE ON suggestions
BEGIN
    UPDATE members SET full_week = NULL
    WHERE team_id = OLD.team_id AND person_id = OLD.other_id AND full_week = OLD.week;
END;

-- What tells that somebody is passed over is in the index.
DROP INDEX members_newcomers;
CREATE INDEX members_newcomers ON members (team_id, newcomer_at DESC, full_week, person_id)
    WHERE newcomer_at IS NOT NULL;
