CREATE DOMAIN email AS text CHECK (VALUE ~ '@');
CREATE TYPE place AS (mail email, x integer);
CREATE TYPE several AS (places place[]);
CREATE TABLE shops (id integer, mail email, place place, home place, list email[]);
CREATE TABLE outlets () INHERITS (shops);
CREATE VIEW reached AS SELECT mail, place, list FROM shops;
INSERT INTO shops (id, home) VALUES (1, NULL);
