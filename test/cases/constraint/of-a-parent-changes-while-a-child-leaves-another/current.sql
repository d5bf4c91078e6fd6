CREATE TABLE things (id bigint);
CREATE TABLE animals (id bigint, age integer, CONSTRAINT aged CHECK (age > 0));
CREATE TABLE cats () INHERITS (animals, things);
INSERT INTO cats VALUES (1, 5);
