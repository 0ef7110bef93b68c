-- Feeds that are followed, and what they announced. Instants are Unix milliseconds.
CREATE TABLE feeds (
    address       TEXT PRIMARY KEY,
    title         TEXT,
    site          TEXT,
    heading       TEXT,                  -- of the list that it came with
    etag          TEXT,
    last_modified TEXT,
    rhythm        INTEGER NOT NULL,      -- milliseconds from one poll to the next
    next_poll     INTEGER NOT NULL,
    polled_at     INTEGER,
    changed_at    INTEGER,               -- when it last announced something
    polls         INTEGER NOT NULL DEFAULT 0,
    errors        INTEGER NOT NULL DEFAULT 0, -- in a row
    last_error    TEXT,
    disabled      TEXT                   -- the reason; null while it is polled
);
CREATE INDEX feeds_due ON feeds (next_poll) WHERE disabled IS NULL;
CREATE TABLE feed_items (
    feed        TEXT NOT NULL REFERENCES feeds (address) ON UPDATE CASCADE ON DELETE CASCADE,
    url         TEXT NOT NULL,           -- canonical
    fingerprint TEXT NOT NULL,           -- of what the feed says of it: another one announces a change
    published   TEXT,                    -- as the feed says
    seen_at     INTEGER NOT NULL,        -- when the feed last had it
    state       INTEGER NOT NULL,        -- 0 to be fetched, 1 in the corpus, 2 left out
    changed     INTEGER NOT NULL DEFAULT 0, -- 1: it was taken before
    attempts    INTEGER NOT NULL DEFAULT 0,
    next_try    INTEGER NOT NULL,
    reason      TEXT,                    -- why it waits or was left out
    PRIMARY KEY (feed, url)
) WITHOUT ROWID;
CREATE INDEX feed_items_waiting ON feed_items (next_try) WHERE state = 0;
CREATE INDEX feed_items_url ON feed_items (url)
