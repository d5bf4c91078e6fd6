CREATE TABLE t (x integer, y integer, px integer, py integer, UNIQUE (x, y));
INSERT INTO t VALUES (1, 1, NULL, NULL), (2, 2, 1, 1);
