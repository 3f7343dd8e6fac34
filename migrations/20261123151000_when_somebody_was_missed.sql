-- When Discord last said that somebody is not in the server: the counterpart of seen_at, so that who
-- is gone is asked after no more often than who is there.
ALTER TABLE members ADD COLUMN missed_at INTEGER;
