CREATE DOMAIN small AS integer;
CREATE TYPE span AS RANGE (subtype = small);
CREATE TYPE wide AS (a span[]);
CREATE TYPE late AS (a text);
CREATE TABLE t (id integer, w wide, gone span);
INSERT INTO t VALUES (1, NULL, '[1,2)');
