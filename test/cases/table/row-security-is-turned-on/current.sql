CREATE TABLE secrets (id integer);
INSERT INTO secrets VALUES (1);
