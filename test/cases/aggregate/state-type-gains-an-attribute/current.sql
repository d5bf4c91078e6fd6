CREATE TYPE state AS (n integer, s numeric);
CREATE FUNCTION add_up(state, numeric) RETURNS state LANGUAGE plpgsql IMMUTABLE AS $$BEGIN RETURN $1; END$$;
CREATE AGGREGATE total(numeric) (SFUNC = add_up, STYPE = state, INITCOND = '(0,0)');
CREATE TABLE t (x numeric);
CREATE VIEW v AS SELECT total(x) AS total FROM t;
INSERT INTO t VALUES (1);
