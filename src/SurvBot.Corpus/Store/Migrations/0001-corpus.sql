-- The corpus: articles with their passages, earlier revisions, and tombstones for what was removed.
CREATE TABLE state (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
    id                 TEXT PRIMARY KEY,
    url                TEXT NOT NULL,
    title              TEXT NOT NULL,
    publisher          TEXT,
    author             TEXT,
    published_at       TEXT,
    published_from     TEXT,             -- first instant that published_at covers, for sorting
    updated_at         TEXT,
    retrieved_at       TEXT NOT NULL,
    language           TEXT,
    source_kind        INTEGER NOT NULL,
    body               TEXT NOT NULL,
    revision           INTEGER NOT NULL,
    independence_group TEXT NOT NULL,
    content_hash       BLOB NOT NULL,    -- SHA-256 over everything but retrieved_at
    version            INTEGER NOT NULL  -- the corpus version that last touched the article
) WITHOUT ROWID;
CREATE INDEX articles_by_version ON articles (version);
CREATE INDEX articles_by_published ON articles (published_from);

CREATE TABLE revisions (
    article_id   TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    revision     INTEGER NOT NULL,
    title        TEXT NOT NULL,
    published_at TEXT,
    updated_at   TEXT,
    retrieved_at TEXT NOT NULL,
    body         TEXT NOT NULL,
    PRIMARY KEY (article_id, revision)
) WITHOUT ROWID;

CREATE TABLE passages (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,
    "start"    INTEGER NOT NULL,         -- UTF-16 offsets into the article's body
    "end"      INTEGER NOT NULL,
    vector     BLOB                      -- half-precision floats of the model that state names; null when not embedded yet
);
CREATE INDEX passages_by_article ON passages (article_id, ordinal);

-- Locality-sensitive hash bands: articles that share one may be copies of one text.
CREATE TABLE copy_bands (
    band       INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (band, article_id)
) WITHOUT ROWID;
CREATE INDEX copy_bands_by_article ON copy_bands (article_id);

-- What was removed stays away. Only the id, a one-way hash of the address, is kept.
CREATE TABLE tombstones (
    article_id TEXT PRIMARY KEY,
    removed_at TEXT NOT NULL,
    version    INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX tombstones_by_version ON tombstones (version);
