CREATE TYPE thing AS (a integer);
CREATE TABLE spread (id bigint NOT NULL, more thing) PARTITION BY LIST (id);
CREATE TABLE spread_1 PARTITION OF spread FOR VALUES IN (1, 2);
INSERT INTO spread VALUES (1, NULL), (2, NULL);
