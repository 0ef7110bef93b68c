-- How a platform wants to be reached in a conversation. "Home" is what a bot is added to and removed from: a chat, a team.
CREATE TABLE routes (
    conversation_id TEXT PRIMARY KEY,
    workspace_key   TEXT NOT NULL,
    home_key        TEXT NOT NULL,
    user_key        TEXT,
    route           TEXT NOT NULL
);
CREATE INDEX routes_home ON routes (home_key);

-- A platform speaks of a reply by its own name for the post.
CREATE INDEX outbox_post ON outbox (post) WHERE post IS NOT NULL;
