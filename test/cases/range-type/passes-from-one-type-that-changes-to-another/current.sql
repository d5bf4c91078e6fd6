CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE place AS (mood mood, y integer);
CREATE TYPE span AS RANGE (subtype = place);
CREATE TABLE t (id integer, during span);
COMMENT ON TYPE span IS 'of something';
INSERT INTO t VALUES (1, 'empty');
