CREATE TABLE orders (id integer, n integer) PARTITION BY LIST (id);
CREATE TABLE old_orders PARTITION OF orders FOR VALUES IN (1);
INSERT INTO orders VALUES (1, 5);
