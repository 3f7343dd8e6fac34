-- What a team sets with /setup. A team that is there already gets what a new one gets by default.
ALTER TABLE teams ADD COLUMN kudos_on         INTEGER NOT NULL DEFAULT 1;
ALTER TABLE teams ADD COLUMN kudos_per_day    INTEGER NOT NULL DEFAULT 5;
ALTER TABLE teams ADD COLUMN kudos_per_person INTEGER NOT NULL DEFAULT 2;  -- and day
ALTER TABLE teams ADD COLUMN leaderboards_on  INTEGER NOT NULL DEFAULT 1;
ALTER TABLE teams ADD COLUMN recap_channel_id INTEGER;                     -- NULL: no recap
ALTER TABLE teams ADD COLUMN recap_weekday    TEXT    NOT NULL DEFAULT 'Fri';
-- Rapport was removed from the server: everything is deleted a while after this.
ALTER TABLE teams ADD COLUMN removed_at       INTEGER;

CREATE INDEX teams_removed ON teams (removed_at) WHERE removed_at IS NOT NULL;

-- A pause does not touch the schedule; while it lasts there is no next nudge, or only one after it.
ALTER TABLE members ADD COLUMN paused_at    INTEGER;  -- NULL: not paused
ALTER TABLE members ADD COLUMN paused_until INTEGER;  -- NULL in a pause: until they say so
ALTER TABLE members ADD COLUMN hidden_at    INTEGER;  -- hidden from leaderboards since
ALTER TABLE members ADD COLUMN untracked_at INTEGER;  -- nobody can log or be nudged about them

-- The last word on consent: whoever asked not to be tracked is written into no encounter, by
-- whichever way it comes. People are refused in kind words before it gets here.
CREATE TRIGGER encounter_people_tracked BEFORE INSERT ON encounter_people
WHEN EXISTS (SELECT 1 FROM members
             WHERE team_id = NEW.team_id AND person_id = NEW.person_id
               AND untracked_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'somebody who asked not to be tracked');
END;
