CREATE TABLE t (a integer, b integer, CONSTRAINT t_key UNIQUE (a, b));
INSERT INTO t VALUES (1, 2);
