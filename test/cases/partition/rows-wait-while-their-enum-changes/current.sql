CREATE TYPE mood AS ENUM ('ok', 'happy', 'sad');
CREATE DOMAIN moods AS mood[];
CREATE TABLE events (at date NOT NULL, mood mood, more moods) PARTITION BY RANGE (at);
CREATE TABLE events_default PARTITION OF events DEFAULT;
INSERT INTO events VALUES ('2026-03-05', 'sad', '{ok,sad}'), ('2026-05-05', 'ok', NULL);
