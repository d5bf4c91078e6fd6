CREATE SCHEMA one;
CREATE SCHEMA two;
CREATE TYPE one.kind AS ENUM ('a', 'both');
CREATE TYPE two.kind AS ENUM ('b', 'both');
CREATE TABLE one.things (id integer, kind one.kind DEFAULT 'a');
CREATE TABLE two.things (id integer, kind two.kind);
INSERT INTO one.things VALUES (1, 'both');
INSERT INTO two.things VALUES (2, 'both');
