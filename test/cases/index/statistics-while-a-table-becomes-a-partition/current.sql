CREATE TABLE events (id bigint, at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_2 (id bigint, at date NOT NULL, kind text);
CREATE INDEX events_lower ON events (lower(kind));
ALTER INDEX events_lower ALTER COLUMN 1 SET STATISTICS 75;
