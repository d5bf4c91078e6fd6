CREATE TYPE mood AS ENUM ('ok', 'happy', 'sad');
CREATE DOMAIN moods AS mood[];
CREATE TYPE span AS RANGE (subtype = mood);
CREATE TABLE events (at date NOT NULL, mood mood, more moods, during span) PARTITION BY RANGE (at);
CREATE TABLE events_default PARTITION OF events DEFAULT;
INSERT INTO events VALUES ('2026-03-05', 'sad', '{ok,sad}', '[sad,sad]'), ('2026-05-05', 'ok', NULL, NULL);
