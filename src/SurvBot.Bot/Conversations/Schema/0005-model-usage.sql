-- What a language model was used for. What was set aside for a question and never settled is counted in, so that a crash is no way around a budget.
CREATE TABLE model_usage (
    day           TEXT NOT NULL,
    workspace_key TEXT NOT NULL,
    user_key      TEXT NOT NULL,
    questions     BIGINT NOT NULL,
    input_tokens  BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    PRIMARY KEY (day, workspace_key, user_key)
);
