CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE one (id bigint, mood mood);
CREATE TABLE two (id bigint, mood mood);
CREATE TABLE toys () INHERITS (two, one);
INSERT INTO toys VALUES (1, 'ok');
