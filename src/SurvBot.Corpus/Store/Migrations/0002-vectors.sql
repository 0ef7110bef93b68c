-- Vectors of several models stand side by side while the articles are embedded anew; state names the one that is searched by.
CREATE TABLE vectors (
    passage_id INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    model      TEXT NOT NULL,
    vector     BLOB NOT NULL,            -- half-precision floats
    PRIMARY KEY (passage_id, model)
);
INSERT INTO vectors (passage_id, model, vector)
    SELECT p.id, s.value, p.vector FROM passages p JOIN state s ON s.key = 'embedding_model' WHERE p.vector IS NOT NULL;
ALTER TABLE passages DROP COLUMN vector
