CREATE TABLE animals (id bigint, n double precision);
CREATE TABLE cats (own integer) INHERITS (animals);
INSERT INTO animals VALUES (1, 1.5);
INSERT INTO cats VALUES (2, 7);
