CREATE TABLE animals (id bigint, weight numeric(8,2) DEFAULT 7);
CREATE TABLE cats () INHERITS (animals);
CREATE TABLE dogs () INHERITS (animals);
ALTER TABLE cats ALTER weight SET STORAGE EXTERNAL;
INSERT INTO cats VALUES (1, 5);
