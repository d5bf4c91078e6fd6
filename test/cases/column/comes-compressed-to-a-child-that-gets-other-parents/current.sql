CREATE TABLE notes (id integer, note text);
CREATE TABLE letters (id integer);
CREATE TABLE old_notes () INHERITS (notes);
ALTER TABLE old_notes ALTER note SET COMPRESSION pglz;
