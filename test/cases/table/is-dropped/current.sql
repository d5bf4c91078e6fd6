CREATE TABLE kept (id integer PRIMARY KEY);
CREATE TABLE gone (id integer PRIMARY KEY, kept integer REFERENCES kept, note text DEFAULT 'none' CHECK (note <> ''));
CREATE INDEX gone_note_idx ON gone (note);
INSERT INTO kept VALUES (1);
INSERT INTO gone VALUES (1, 1, 'lost with its table');
