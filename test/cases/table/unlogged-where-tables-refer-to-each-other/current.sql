CREATE TABLE authors (id integer PRIMARY KEY, best integer);
CREATE TABLE books (id integer PRIMARY KEY, author integer REFERENCES authors);
ALTER TABLE authors ADD FOREIGN KEY (best) REFERENCES books;
INSERT INTO authors VALUES (1);
INSERT INTO books VALUES (1, 1);
