-- A board is read from counts, so that it costs what its people cost and not what its past does.
-- Triggers keep them: whatever way a kudos comes or goes (given, taken back, its post deleted, a
-- member forgotten, a team removed), counts and kudos change in one transaction, or neither.

-- The day of the team's calendar that a kudos counts for, as 2026-11-23. It is decided once: when a
-- team moves to another zone, days gone by stay as they were counted, and kudos that are taken back
-- are taken from the day they were counted for.
ALTER TABLE kudos ADD COLUMN day TEXT NOT NULL DEFAULT '';
UPDATE kudos SET day = date(given_at, 'unixepoch');

-- Boards of a channel were counted from this index. A recap reads the last few of a team.
DROP INDEX kudos_channel;
CREATE INDEX kudos_latest ON kudos (team_id, given_at);

CREATE TABLE kudos_counts (
    team_id    INTEGER NOT NULL REFERENCES teams ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,        -- 0: the whole server
    side       TEXT    NOT NULL CHECK (side IN ('received', 'given')),
    span       TEXT    NOT NULL CHECK (span IN ('day', 'month', 'all')),
    starts     TEXT    NOT NULL,        -- 2026-11-23, 2026-11, or nothing: in order of time
    person_id  INTEGER NOT NULL,
    kudos      INTEGER NOT NULL CHECK (kudos >= 0),
    PRIMARY KEY (team_id, channel_id, side, span, starts, person_id)
) STRICT, WITHOUT ROWID;

-- Where each thank-you to one person counts: in its channel and in the server, for who received and
-- for who gave it, on its day, in its month and for ever. Weeks and the last 7 or 30 days are days
-- put together, a quarter is three months: no board adds up more than 31 rows for a person.
-- Giver 0 is "someone", who is on no board.
CREATE VIEW kudos_places AS
SELECT k.kudos_id, r.person_id AS receiver_id, k.team_id,
       CASE scope WHEN 'channel' THEN k.channel_id ELSE 0 END AS channel_id,
       side,
       span,
       CASE span WHEN 'day' THEN k.day WHEN 'month' THEN substr(k.day, 1, 7) ELSE '' END AS starts,
       CASE side WHEN 'given' THEN k.giver_id ELSE r.person_id END AS person_id
FROM kudos AS k
JOIN kudos_receivers AS r USING (kudos_id)
CROSS JOIN (SELECT 'channel' AS scope UNION ALL SELECT 'server')
CROSS JOIN (SELECT 'received' AS side UNION ALL SELECT 'given')
CROSS JOIN (SELECT 'day' AS span UNION ALL SELECT 'month' UNION ALL SELECT 'all')
WHERE side = 'received' OR k.giver_id <> 0;

CREATE TRIGGER kudos_received_counts AFTER INSERT ON kudos_receivers
BEGIN
    INSERT INTO kudos_counts
    SELECT team_id, channel_id, side, span, starts, person_id, 1 FROM kudos_places
    WHERE kudos_id = NEW.kudos_id AND receiver_id = NEW.person_id
    ON CONFLICT DO UPDATE SET kudos = kudos + 1;
END;

-- Grouped though each place comes once: so SQLite makes the dozen places first and finds the count
-- of each by its key; joined as it is, the view would be met from the side of all counts.
CREATE TRIGGER kudos_lost_counts BEFORE DELETE ON kudos_receivers
BEGIN
    UPDATE kudos_counts SET kudos = kudos_counts.kudos - places.kudos
    FROM (SELECT team_id, channel_id, side, span, starts, person_id, count(*) AS kudos
          FROM kudos_places WHERE kudos_id = OLD.kudos_id AND receiver_id = OLD.person_id
          GROUP BY channel_id, side, span) AS places
    WHERE kudos_counts.team_id = places.team_id AND kudos_counts.channel_id = places.channel_id
      AND kudos_counts.side = places.side AND kudos_counts.span = places.span
      AND kudos_counts.starts = places.starts AND kudos_counts.person_id = places.person_id;
END;

-- What nobody has left is no row: people who come and go leave nothing behind.
CREATE TRIGGER kudos_count_used_up AFTER UPDATE OF kudos ON kudos_counts WHEN NEW.kudos = 0
BEGIN
    DELETE FROM kudos_counts
    WHERE team_id = NEW.team_id AND channel_id = NEW.channel_id AND side = NEW.side
      AND span = NEW.span AND starts = NEW.starts AND person_id = NEW.person_id;
END;

-- While the row of the kudos is still there, as it says where its receivers count: a cascade would
-- delete them after it.
CREATE TRIGGER kudos_gone BEFORE DELETE ON kudos
BEGIN
    DELETE FROM kudos_receivers WHERE kudos_id = OLD.kudos_id;
END;

-- A giver who is forgotten becomes "someone": counted anew around the change.
CREATE TRIGGER kudos_giver_leaves BEFORE UPDATE OF giver_id ON kudos
WHEN OLD.giver_id <> NEW.giver_id AND OLD.giver_id <> 0
BEGIN
    UPDATE kudos_counts SET kudos = kudos_counts.kudos - places.kudos
    FROM (SELECT team_id, channel_id, side, span, starts, person_id, count(*) AS kudos
          FROM kudos_places WHERE kudos_id = OLD.kudos_id AND side = 'given'
          GROUP BY channel_id, span) AS places
    WHERE kudos_counts.team_id = places.team_id AND kudos_counts.channel_id = places.channel_id
      AND kudos_counts.side = places.side AND kudos_counts.span = places.span
      AND kudos_counts.starts = places.starts AND kudos_counts.person_id = places.person_id;
END;

CREATE TRIGGER kudos_giver_comes AFTER UPDATE OF giver_id ON kudos
WHEN OLD.giver_id <> NEW.giver_id AND NEW.giver_id <> 0
BEGIN
    INSERT INTO kudos_counts
    SELECT team_id, channel_id, side, span, starts, person_id, count(*) FROM kudos_places
    WHERE kudos_id = NEW.kudos_id AND side = 'given' GROUP BY channel_id, span
    ON CONFLICT DO UPDATE SET kudos = kudos + excluded.kudos;
END;

INSERT INTO kudos_counts
SELECT team_id, channel_id, side, span, starts, person_id, count(*) FROM kudos_places
GROUP BY team_id, channel_id, side, span, starts, person_id;
