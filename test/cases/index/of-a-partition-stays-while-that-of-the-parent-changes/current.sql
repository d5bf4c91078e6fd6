CREATE TABLE events (id bigint, at date, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE INDEX events_by ON events (kind);
CREATE INDEX events_1_by_kind ON events_1 (kind);
INSERT INTO events VALUES (1, '2026-01-05', 'a');
