CREATE TYPE reading AS (x bigint, y integer);
CREATE TABLE readings OF reading (PRIMARY KEY (y), x DEFAULT 3);
CREATE TABLE others (y integer, x bigint);
INSERT INTO readings VALUES (1, 2), (3, 4);
INSERT INTO others VALUES (5, 6);
