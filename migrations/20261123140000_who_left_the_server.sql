-- Who left the server is named in no nudge and gets none. They come back by acting, or by being seen
-- there again.
ALTER TABLE members ADD COLUMN gone_at INTEGER; -- NULL: in the server, as far as we know
-- When Discord last said that they are there, so that a Monday on which many nudges name the same
-- person asks once.
ALTER TABLE members ADD COLUMN seen_at INTEGER;

-- From here on a nudge may be on its way: whom it names is decided, and everybody in it was seen to
-- be in the server. Before, it was surely not sent, and people can still be exchanged.
ALTER TABLE nudges ADD COLUMN confirmed_at INTEGER;
-- What an older version claimed may be on its way.
UPDATE nudges SET confirmed_at = claimed_at;
