-- Instants are milliseconds since 1970. Keys are hashes: what stays after a "forget" tells nothing.

-- A message waits here until its reply is written. Then its text is gone and only its keys stay, so that a late delivery is known.
CREATE TABLE inbox (
    place           INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    delivery_key    TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL,
    workspace_key   TEXT NOT NULL,
    user_key        TEXT NOT NULL,
    message         TEXT,
    state           INTEGER NOT NULL DEFAULT 0,
    due             BIGINT NOT NULL DEFAULT 0,
    attempts        INTEGER NOT NULL DEFAULT 0,
    failures        INTEGER NOT NULL DEFAULT 0,
    post            TEXT,
    error           TEXT,
    received_at     BIGINT NOT NULL
);
-- The one index beside the names, and it grows at its end: an index by conversation or person would cost every acknowledgement a page of the disk.
CREATE INDEX inbox_open ON inbox (state, place, conversation_id) WHERE message IS NOT NULL;

-- A reply waits here until its channel has it. "post" is the platform's name for what stands there already. A notice, such as that SurvBot
-- is busy, waits until no answer does: there can be thousands of them within a moment.
CREATE TABLE outbox (
    place         INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    workspace_key TEXT NOT NULL,
    user_key      TEXT NOT NULL,
    channel       TEXT NOT NULL,
    address       TEXT,
    reply         TEXT,
    state         INTEGER NOT NULL DEFAULT 0,
    due           BIGINT NOT NULL DEFAULT 0,
    attempts      INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0,
    post          TEXT,
    in_doubt      INTEGER NOT NULL DEFAULT 0,
    is_notice     INTEGER NOT NULL DEFAULT 0,
    error         TEXT,
    written_at    BIGINT NOT NULL
);
CREATE INDEX outbox_waiting ON outbox (is_notice, place) WHERE state = 0;

CREATE TABLE conversations (
    id            TEXT PRIMARY KEY,
    workspace_key TEXT NOT NULL,
    user_key      TEXT NOT NULL,
    thread        TEXT NOT NULL,
    title         TEXT NOT NULL,
    started_at    BIGINT NOT NULL,
    last_at       BIGINT NOT NULL
);
CREATE INDEX conversations_user ON conversations (user_key, last_at);

CREATE TABLE turns (
    place           INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    user_key        TEXT NOT NULL,
    message_id      TEXT NOT NULL,
    asked_at        BIGINT NOT NULL,
    question        TEXT NOT NULL,
    answer          TEXT NOT NULL,
    reply           TEXT NOT NULL
);
CREATE INDEX turns_conversation ON turns (conversation_id, place);
CREATE INDEX turns_user ON turns (user_key);
CREATE INDEX turns_asked ON turns (asked_at);

CREATE TABLE feedback (
    reply_id TEXT NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
    user_key TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    reason   TEXT,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (reply_id, user_key)
);
