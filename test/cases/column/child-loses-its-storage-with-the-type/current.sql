CREATE TABLE notes (note text);
CREATE TABLE old_notes () INHERITS (notes);
ALTER TABLE old_notes ALTER note SET STORAGE external;
