CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id integer PRIMARY KEY, mood mood DEFAULT 'ok');
CREATE VIEW happy_people AS SELECT id FROM people WHERE mood = 'ok';
INSERT INTO people VALUES (1, 'sad'), (2, NULL);
