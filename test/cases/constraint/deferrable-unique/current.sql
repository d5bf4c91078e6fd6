CREATE TABLE t (place integer UNIQUE);
INSERT INTO t VALUES (1), (2);
