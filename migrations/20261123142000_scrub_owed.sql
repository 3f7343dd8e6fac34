-- Something was deleted, and the file is still to be written anew without its traces: kept with the
-- deletion, and gone only when that is done, whatever fails or crashes in between. One row at most.
CREATE TABLE scrub_owed (
    only INTEGER PRIMARY KEY CHECK (only = 1)
) STRICT;
