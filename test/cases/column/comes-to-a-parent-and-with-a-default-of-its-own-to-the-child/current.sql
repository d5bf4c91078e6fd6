CREATE TABLE notes (id integer);
CREATE TABLE old_notes () INHERITS (notes);
