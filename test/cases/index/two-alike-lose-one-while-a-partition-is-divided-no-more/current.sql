CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01') PARTITION BY RANGE (id);
CREATE INDEX events_id ON events (id);
CREATE INDEX events_id_too ON events (id);
