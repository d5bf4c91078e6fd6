CREATE TABLE things (id bigint);
CREATE TABLE animals (id bigint CONSTRAINT "is there" NOT NULL);
CREATE TABLE plants (id bigint CONSTRAINT "is there" NOT NULL);
-- Loses one of two parents.
CREATE TABLE cats () INHERITS (animals, things);
-- Has it from another parent as well.
CREATE TABLE fungi (own integer) INHERITS (animals, plants);
CREATE TABLE truffles () INHERITS (fungi);
INSERT INTO cats VALUES (1);
INSERT INTO truffles VALUES (2, 3);
