CREATE TABLE readings (id integer NOT NULL, value numeric NOT NULL);
CREATE TABLE guesses () INHERITS (readings);
CREATE TABLE old_guesses () INHERITS (guesses);
CREATE TABLE measured () INHERITS (readings);
ALTER TABLE measured ALTER id DROP NOT NULL;
INSERT INTO measured VALUES (1, 2);
