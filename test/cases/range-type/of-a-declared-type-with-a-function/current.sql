CREATE DOMAIN degrees AS double precision;
CREATE FUNCTION apart(degrees, degrees) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE TYPE arc AS RANGE (subtype = degrees, subtype_diff = apart);
CREATE TABLE turns (id integer, over_the arc);
