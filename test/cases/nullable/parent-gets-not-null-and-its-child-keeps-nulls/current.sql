CREATE TABLE readings (id integer, value numeric);
CREATE TABLE guesses () INHERITS (readings);
CREATE TABLE old_guesses () INHERITS (guesses);
CREATE TABLE measured () INHERITS (readings);
INSERT INTO guesses VALUES (1, NULL);
INSERT INTO old_guesses VALUES (2, NULL);
INSERT INTO measured VALUES (3, 4);
