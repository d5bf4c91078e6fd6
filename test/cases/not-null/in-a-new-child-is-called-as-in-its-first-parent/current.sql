CREATE TABLE animals (id integer);
INSERT INTO animals VALUES (1);
