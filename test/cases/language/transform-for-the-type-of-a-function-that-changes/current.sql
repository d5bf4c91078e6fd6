CREATE FUNCTION pick() RETURNS integer LANGUAGE sql STABLE AS 'SELECT 6';
CREATE FUNCTION differs(integer, integer) RETURNS boolean LANGUAGE sql AS 'SELECT $1 <> $2';
