CREATE TABLE a (id serial PRIMARY KEY, note text);
CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text);
INSERT INTO a (note) VALUES ('x'), ('y');
INSERT INTO b (note) VALUES ('x'), ('y'), ('z');
