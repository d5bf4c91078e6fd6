CREATE TABLE events (at date, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE INDEX events_only ON ONLY events (kind);
CREATE TABLE events_2 (at date, kind text);
