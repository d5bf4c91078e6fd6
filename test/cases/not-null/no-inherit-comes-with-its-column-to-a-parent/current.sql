CREATE TABLE animals (id bigint);
CREATE TABLE cats (lives integer) INHERITS (animals);
INSERT INTO cats VALUES (1, 9);
