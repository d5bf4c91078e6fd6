CREATE TYPE address AS (street text, zip text, city text);
CREATE TABLE people (id integer, address address, others address[]);
CREATE VIEW streets AS SELECT id, (address).street FROM people;
