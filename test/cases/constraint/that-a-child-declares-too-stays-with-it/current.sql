CREATE TABLE orders (id integer);
CREATE TABLE old_orders () INHERITS (orders);
ALTER TABLE old_orders ADD CONSTRAINT positive CHECK (id > 0);
ALTER TABLE orders ADD CONSTRAINT positive CHECK (id > 0);
INSERT INTO old_orders VALUES (1);
