CREATE FUNCTION twice(b numeric) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT (b * 2)::integer';
CREATE TABLE counts (n integer, doubled text GENERATED ALWAYS AS (twice(n)) STORED);
INSERT INTO counts VALUES (2);
