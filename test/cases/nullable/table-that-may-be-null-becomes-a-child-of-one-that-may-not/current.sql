CREATE TABLE readings (id integer PRIMARY KEY, value numeric NOT NULL);
CREATE TABLE guesses (id integer, value numeric);
INSERT INTO guesses VALUES (1, 2);
