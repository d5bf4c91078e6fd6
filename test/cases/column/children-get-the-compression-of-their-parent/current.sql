CREATE TABLE docs (id integer, body text);
CREATE TABLE notes () INHERITS (docs);
CREATE TABLE memos () INHERITS (notes);
CREATE TABLE events (at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
