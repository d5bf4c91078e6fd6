CREATE TABLE orders (id integer PRIMARY KEY, total numeric(8,2) NOT NULL DEFAULT 0, note varchar(10));
INSERT INTO orders VALUES (1, 123456.78, 'short'), (2, 0, NULL);
