CREATE TABLE animals (id integer, size integer NOT NULL);
CREATE TABLE pets (size integer NOT NULL);
CREATE TABLE cats (lives integer) INHERITS (animals, pets);
INSERT INTO cats VALUES (1, 2, 9);
