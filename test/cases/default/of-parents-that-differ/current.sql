CREATE TABLE named (label text, note text);
CREATE TABLE titled (label text, note text);
CREATE TABLE book (pages integer) INHERITS (named, titled);
ALTER TABLE named ALTER label SET DEFAULT 'a', ALTER note SET DEFAULT 'x';
ALTER TABLE titled ALTER label SET DEFAULT 'b', ALTER note SET DEFAULT 'y';
ALTER TABLE book ALTER note DROP DEFAULT;
