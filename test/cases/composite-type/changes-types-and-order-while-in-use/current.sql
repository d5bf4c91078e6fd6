CREATE TYPE address AS (street text, number integer);
COMMENT ON COLUMN address.number IS 'Of the house';
CREATE TYPE person AS (name text, home address);
CREATE TABLE people (id integer, address address, others address[], person person);
CREATE VIEW streets AS SELECT id, (address).street FROM people;
INSERT INTO people VALUES
  (1, ROW('Elm, "Old"', 5), ARRAY[ROW('Oak', NULL)::address], ROW('Ann', ROW('Ash', 6))), (2, NULL, NULL, NULL);
