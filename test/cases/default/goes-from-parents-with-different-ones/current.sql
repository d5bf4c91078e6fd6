CREATE TABLE a (id integer);
CREATE TABLE b (id integer);
CREATE TABLE both_of_them () INHERITS (a, b);
ALTER TABLE b ADD COLUMN t text DEFAULT 'b';
ALTER TABLE a ADD COLUMN t text DEFAULT 'a';
