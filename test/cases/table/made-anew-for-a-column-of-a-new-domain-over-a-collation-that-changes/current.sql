CREATE COLLATION german (provider = icu, locale = 'de');
CREATE TABLE cities (id integer, zip text, name text) PARTITION BY HASH (id, zip);
CREATE TABLE all_cities PARTITION OF cities FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO cities VALUES (1, '10115', 'Berlin');
