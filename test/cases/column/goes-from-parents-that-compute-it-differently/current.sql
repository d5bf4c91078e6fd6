CREATE TABLE numbered (id integer);
CREATE TABLE sized (id integer, size integer);
CREATE TABLE both_of_them () INHERITS (numbered, sized);
ALTER TABLE sized ADD COLUMN computed integer GENERATED ALWAYS AS (size + 1) STORED;
ALTER TABLE numbered ADD COLUMN computed integer GENERATED ALWAYS AS (id * 2) STORED;
INSERT INTO both_of_them VALUES (1, 5);
