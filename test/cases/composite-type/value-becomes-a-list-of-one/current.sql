CREATE TYPE place AS (x integer, y integer);
CREATE TABLE things (id integer, at place);
INSERT INTO things VALUES (1, ROW(1, NULL)), (2, ROW(NULL, NULL)), (3, NULL), (4, ROW(1, 2));
