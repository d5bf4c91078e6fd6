CREATE TABLE parent (id integer, v text DEFAULT 'a');
CREATE TABLE child () INHERITS (parent);
ALTER TABLE child ALTER COLUMN v SET DEFAULT 'b';
INSERT INTO child VALUES (1, 'c');
