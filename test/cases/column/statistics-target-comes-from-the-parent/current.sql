CREATE TABLE parent (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE child (extra integer) INHERITS (parent);
CREATE TABLE other (id integer, extra integer) INHERITS (parent);
ALTER TABLE parent ADD COLUMN t name NOT NULL DEFAULT '';
ALTER TABLE parent ALTER t SET STATISTICS 500;
CREATE TABLE late () INHERITS (parent);
