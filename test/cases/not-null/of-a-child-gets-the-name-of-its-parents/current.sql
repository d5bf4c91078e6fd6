CREATE TABLE orders (id integer);
CREATE TABLE old_orders () INHERITS (orders);
ALTER TABLE old_orders ALTER id SET NOT NULL;
