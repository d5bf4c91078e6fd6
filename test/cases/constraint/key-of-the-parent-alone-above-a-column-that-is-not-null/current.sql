CREATE TABLE orders (id integer, n integer) PARTITION BY RANGE (id);
CREATE TABLE orders_1 (id integer NOT NULL, n integer);
CREATE UNIQUE INDEX orders_1_id_idx ON orders_1 (id);
ALTER TABLE orders ATTACH PARTITION orders_1 FOR VALUES FROM (1) TO (1000);
ALTER TABLE ONLY orders ADD PRIMARY KEY (id);
