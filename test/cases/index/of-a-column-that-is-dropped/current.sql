CREATE TABLE t (a integer, b integer);
CREATE INDEX t_both_idx ON t (a, b);
CREATE INDEX t_expression_idx ON t ((a + b));
CREATE INDEX t_partial_idx ON t (a) WHERE b > 0;
INSERT INTO t VALUES (1, 2);
