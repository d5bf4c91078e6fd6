CREATE TABLE animals (id integer, size integer);
CREATE TABLE plants (id integer, size double precision);
CREATE FUNCTION all_plants() RETURNS SETOF plants LANGUAGE sql AS 'SELECT * FROM plants';
