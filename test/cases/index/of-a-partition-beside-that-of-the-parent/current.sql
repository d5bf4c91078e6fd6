CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE INDEX events_1_by_id ON events_1 (id);
CREATE TABLE events_3 (id bigint, at date CONSTRAINT events_at_not_null NOT NULL);
CREATE INDEX events_3_by_id ON events_3 (id);
INSERT INTO events VALUES (1, '2026-01-05');
