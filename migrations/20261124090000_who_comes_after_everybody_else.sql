-- Whom a member was named more than once in a row, and did nothing about, is named after everybody
-- else for a while, longer each time: in place of the longer rests that left a week without a nudge
-- though somebody was due. A rest is two weeks again: the doublings come off.
ALTER TABLE ties ADD COLUMN behind_until INTEGER;

UPDATE ties
SET behind_until = not_before,
    not_before = not_before - 14 * 86400 * ((1 << (min(silences, 9) - 1)) - 1)
WHERE silences > 1;
