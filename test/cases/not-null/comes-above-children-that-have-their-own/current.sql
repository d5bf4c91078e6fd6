CREATE TABLE orders (id integer);
CREATE TABLE old_orders (id integer NOT NULL);
CREATE TABLE oldest_orders (id integer NOT NULL);
ALTER TABLE old_orders INHERIT orders;
ALTER TABLE oldest_orders INHERIT old_orders;
