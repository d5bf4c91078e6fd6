CREATE TABLE t (a integer, double integer GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX t_double_idx ON t (double);
INSERT INTO t VALUES (1), (2);
