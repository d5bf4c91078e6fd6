CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE place AS (mood mood, y integer);
CREATE TABLE places OF place;
CREATE TABLE felt (mood mood);
INSERT INTO places VALUES ('ok', 1);
INSERT INTO felt VALUES ('ok');
