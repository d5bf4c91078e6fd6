CREATE TABLE t (a integer, b integer);
CREATE INDEX t_sum_idx ON t ((a + b));
INSERT INTO t VALUES (1, 2);
