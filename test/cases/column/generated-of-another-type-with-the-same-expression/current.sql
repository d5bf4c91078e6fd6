CREATE TABLE t (id integer, twice text GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE c () INHERITS (t);
CREATE INDEX t_twice ON t (twice);
CREATE INDEX c_twice ON c (twice);
INSERT INTO t VALUES (1);
