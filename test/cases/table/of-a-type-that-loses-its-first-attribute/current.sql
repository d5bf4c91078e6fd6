CREATE TYPE place AS (mail text, x integer);
CREATE TABLE places OF place (x DEFAULT 3);
INSERT INTO places VALUES ('a', 1);
