CREATE DOMAIN count AS bigint;
CREATE TABLE notes (note text, n count);
CREATE SEQUENCE lines OWNED BY notes.note;
CREATE SEQUENCE counts OWNED BY notes.n;
INSERT INTO notes VALUES ('a', 7);
