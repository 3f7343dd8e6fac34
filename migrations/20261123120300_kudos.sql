CREATE TABLE kudos (
    kudos_id       INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons carry it: never used again
    team_id        INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    channel_id     INTEGER NOT NULL,
    giver_id       INTEGER NOT NULL,
    reason         TEXT    NOT NULL,
    given_at       INTEGER NOT NULL,
    message_id     INTEGER,                -- the post; deleting it takes the kudos back
    interaction_id INTEGER NOT NULL UNIQUE -- a repeated delivery writes nothing twice
) STRICT;

CREATE INDEX kudos_given ON kudos (team_id, giver_id, given_at);
CREATE INDEX kudos_post ON kudos (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX kudos_channel ON kudos (team_id, channel_id, given_at);

-- Each person thanked counts one.
CREATE TABLE kudos_receivers (
    kudos_id  INTEGER NOT NULL REFERENCES kudos ON DELETE CASCADE,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (kudos_id, person_id)
) STRICT, WITHOUT ROWID;
