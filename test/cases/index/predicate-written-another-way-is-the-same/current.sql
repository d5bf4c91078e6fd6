CREATE TABLE t (a integer, b text);
CREATE INDEX t_idx ON t (a) WHERE (b IS NOT NULL) AND a = ANY ('{1,2}'::integer[]);
