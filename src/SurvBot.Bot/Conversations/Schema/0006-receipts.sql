-- What an answer is accounted for with, for as long as its question is kept. "id" is the reply's in a chat, else the answer's: who asks the same again gets the
-- same id, and both are kept. "history_from" is the place of the oldest turn that the question leaned on: what holds a forgotten question goes with it.
CREATE TABLE receipts (
    place           INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL,
    answer_id       TEXT NOT NULL,
    conversation_id TEXT,
    workspace_key   TEXT NOT NULL,
    user_key        TEXT NOT NULL,
    asked_at        BIGINT NOT NULL,
    history_from    BIGINT,
    receipt         TEXT NOT NULL
);
CREATE INDEX receipts_id ON receipts (id);
CREATE INDEX receipts_answer ON receipts (answer_id);
CREATE INDEX receipts_user ON receipts (user_key);
CREATE INDEX receipts_asked ON receipts (asked_at);
