CREATE TYPE place AS (x integer, y integer, z text);
CREATE TABLE places OF place;
ALTER TABLE places ALTER z SET STATISTICS 40, ALTER x SET (n_distinct = 4);
INSERT INTO places VALUES (1, 2, 'a');
