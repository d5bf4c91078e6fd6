CREATE TYPE words AS RANGE (subtype = text, collation = "C");
CREATE TYPE pair AS (w words, n integer);
CREATE TABLE grid (a integer, ws words, two pair) PARTITION BY RANGE (a);
CREATE TABLE grid_1 PARTITION OF grid FOR VALUES FROM (1) TO (5);
CREATE TABLE grid_2 PARTITION OF grid FOR VALUES FROM (5) TO (9) PARTITION BY LIST (a);
CREATE TABLE grid_2_5 PARTITION OF grid_2 FOR VALUES IN (5, 6);
INSERT INTO grid VALUES (2, '[a,b)', ROW('[c,d)', 1)), (5, '[e,f)', NULL);
