CREATE DOMAIN word AS text;
CREATE TABLE t (id integer, words word[], n integer GENERATED ALWAYS AS (cardinality(words)) STORED) PARTITION BY RANGE (id);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);
INSERT INTO t VALUES (1, '{a,b}');
