CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE events (id bigint, at date NOT NULL, mood mood) PARTITION BY RANGE (at);
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2026-03-01') TO ('2026-05-01');
INSERT INTO events VALUES (1, '2026-03-05', 'ok');
