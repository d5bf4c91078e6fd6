CREATE TABLE t (a integer);
CREATE INDEX t_a_idx ON t (a) WITH (fillfactor = 70, deduplicate_items = off);
INSERT INTO t VALUES (1);
