CREATE TABLE t (a integer, b integer, CONSTRAINT the_one UNIQUE (a));
INSERT INTO t VALUES (1, 2);
