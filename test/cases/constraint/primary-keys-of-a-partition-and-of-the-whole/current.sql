CREATE TABLE orders (id integer) PARTITION BY HASH (id);
CREATE TABLE orders_0 PARTITION OF orders FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES WITH (modulus 2, remainder 1);
ALTER TABLE orders_0 ADD PRIMARY KEY (id);
ALTER TABLE orders ADD PRIMARY KEY (id);
