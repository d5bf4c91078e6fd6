CREATE TABLE t (a integer, b text, c boolean);
INSERT INTO t VALUES (1, 'x', true);
