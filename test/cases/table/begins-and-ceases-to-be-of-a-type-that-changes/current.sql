CREATE TYPE person AS (name text, age integer);
CREATE TYPE animal AS (name text, legs integer);
CREATE TABLE plain (name text, age integer);
CREATE TABLE people OF person (PRIMARY KEY (name));
CREATE TABLE animals OF animal;
INSERT INTO plain VALUES ('b', 2);
INSERT INTO people VALUES ('a', 1);
INSERT INTO animals VALUES ('cat', 4);
