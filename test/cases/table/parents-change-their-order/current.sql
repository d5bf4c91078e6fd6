CREATE TABLE a (x integer, y text DEFAULT 'a', CONSTRAINT a_x CHECK (x > 0));
CREATE TABLE b (x integer, z date);
CREATE TABLE c (w integer) INHERITS (a, b);
CREATE TABLE d () INHERITS (c);
INSERT INTO c VALUES (2, 'q', '2020-01-01', 5);
INSERT INTO d VALUES (3, 'r', '2021-01-01', 6);
