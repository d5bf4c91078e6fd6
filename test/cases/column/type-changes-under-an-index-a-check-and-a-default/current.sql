CREATE TABLE t (id integer PRIMARY KEY, n integer DEFAULT 1 CHECK (n > 0));
CREATE INDEX t_n_idx ON t (n) WHERE n > 10;
INSERT INTO t VALUES (1, 20), (2, 3);
