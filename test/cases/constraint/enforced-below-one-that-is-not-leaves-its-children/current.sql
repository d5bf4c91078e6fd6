CREATE TABLE orders (id integer);
CREATE TABLE open_orders () INHERITS (orders);
CREATE TABLE new_orders () INHERITS (open_orders);
ALTER TABLE orders ADD CONSTRAINT positive CHECK (id > 0) NOT ENFORCED;
ALTER TABLE open_orders ADD CONSTRAINT positive CHECK (id > 0);
