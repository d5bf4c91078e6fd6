CREATE TABLE t (a integer, b text GENERATED ALWAYS AS (a::text || '!') STORED);
INSERT INTO t VALUES (1), (2);
