-- Exactly one nudge a member and local ISO week: the row is claimed before anything is sent, and
-- the unique key refuses a second one whatever crashes in between.
CREATE TABLE nudges (
    nudge_id    INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons carry it, and it is Discord's nonce
    team_id     INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    member_id   INTEGER NOT NULL,
    week        TEXT    NOT NULL,       -- the member's own, as 2026-W48
    state       TEXT    NOT NULL CHECK (state IN ('claimed', 'sent', 'nobody', 'undeliverable')),
    due_at      INTEGER NOT NULL,
    claimed_at  INTEGER NOT NULL,
    try_at      INTEGER NOT NULL,       -- when to send it, or to try again
    channel_id  INTEGER,
    message_id  INTEGER,
    sent_at     INTEGER,
    acted_at    INTEGER,                -- first use of a button or of /met after it was sent
    UNIQUE (team_id, member_id, week)
) STRICT;

CREATE INDEX nudges_unfinished ON nudges (try_at) WHERE state = 'claimed';

CREATE TABLE suggestions (
    nudge_id     INTEGER NOT NULL REFERENCES nudges ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    team_id      INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    other_id     INTEGER NOT NULL,
    last_met_at  INTEGER,               -- as it stood then; NULL: they had never met
    circle       TEXT NOT NULL,
    week         TEXT    NOT NULL,      -- the nudge's
    outcome      TEXT CHECK (outcome IN ('talked', 'not_now', 'stopped')),
    PRIMARY KEY (nudge_id, position)
) STRICT, WITHOUT ROWID;

-- How often somebody was suggested to others this week: nobody is sent a crowd.
CREATE INDEX suggestions_of_person ON suggestions (team_id, other_id, week);
