-- A kudos is kept before it is posted. One whose post is not known (a crash in between, or no usable
-- answer from Discord) is looked for, and there are few of them at any time.
CREATE INDEX kudos_without_post ON kudos (kudos_id) WHERE message_id IS NULL;
