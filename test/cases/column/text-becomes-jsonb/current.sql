CREATE TABLE events (id integer, payload text DEFAULT '{}');
INSERT INTO events VALUES (1, '{"a": 1}');
