-- The role whose members are the team's roster; NULL: none, whoever uses Rapport.
ALTER TABLE teams ADD COLUMN roster_role_id INTEGER;

-- Who is on the roster, since they are in the server. It lets others be pointed to them, and brings
-- them no direct message: for that they say yes, which is joined_at.
ALTER TABLE members ADD COLUMN rostered_at INTEGER;

-- Since when those who never met somebody can be pointed to them: since they said yes, or are in the
-- server, if they are on the roster. Whom a newcomer, or their colleagues, never met is read from its
-- index, the newest first.
ALTER TABLE members ADD COLUMN newcomer_at INTEGER
    GENERATED ALWAYS AS (coalesce(joined_at, rostered_at)) VIRTUAL;
DROP INDEX members_joined;
CREATE INDEX members_newcomers ON members (team_id, newcomer_at DESC)
    WHERE newcomer_at IS NOT NULL;
