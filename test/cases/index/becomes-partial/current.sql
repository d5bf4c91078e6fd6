CREATE TABLE orders (id integer PRIMARY KEY, note text, open boolean NOT NULL);
CREATE INDEX orders_note_idx ON orders (note);
INSERT INTO orders VALUES (1, 'first', true), (2, NULL, false);
