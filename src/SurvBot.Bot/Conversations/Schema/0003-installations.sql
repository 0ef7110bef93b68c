-- Where an app was added by whom runs a workspace. What lets it speak there is sealed: the file alone opens nothing.
CREATE TABLE installations (
    home_key      TEXT PRIMARY KEY,
    channel       TEXT NOT NULL,
    sealed        BLOB NOT NULL,
    installed_at  BIGINT NOT NULL
);
