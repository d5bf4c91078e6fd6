CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (mood mood DEFAULT 'sad');
INSERT INTO people VALUES (NULL);
