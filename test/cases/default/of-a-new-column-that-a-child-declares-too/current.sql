CREATE TABLE orders (n integer);
CREATE TABLE old_orders () INHERITS (orders);
