CREATE TABLE readings (id bigint);
CREATE TABLE guesses (n integer) INHERITS (readings);
CREATE STATISTICS guessed ON id, n FROM guesses;
INSERT INTO guesses VALUES (1, 2);
