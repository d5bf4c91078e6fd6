CREATE TABLE t (a integer NOT NULL, b integer NOT NULL);
INSERT INTO t VALUES (1, 1), (1, 2);
