-- How people want to be answered in a room. "user_key" is who set it last; NULL when they were forgotten.
CREATE TABLE room_settings (
    room_key      TEXT PRIMARY KEY,
    workspace_key TEXT NOT NULL,
    home_key      TEXT NOT NULL,
    user_key      TEXT,
    settings      TEXT NOT NULL
);
CREATE INDEX room_settings_user ON room_settings (user_key);
