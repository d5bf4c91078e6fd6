CREATE TABLE t (a integer, b integer, c integer);
INSERT INTO t VALUES (1, 2, 3);
