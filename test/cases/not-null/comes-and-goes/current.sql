CREATE TABLE t (a integer, b integer NOT NULL);
INSERT INTO t VALUES (1, 2);
