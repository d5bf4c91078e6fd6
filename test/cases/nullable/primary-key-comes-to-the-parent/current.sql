CREATE TABLE readings (id integer);
CREATE TABLE guesses () INHERITS (readings);
INSERT INTO guesses VALUES (NULL);
