CREATE DOMAIN amount AS integer NOT NULL DEFAULT 1 CHECK (VALUE > 0);
CREATE DOMAIN price AS amount;
CREATE FUNCTION twice(amount) RETURNS bigint LANGUAGE sql AS 'SELECT $1 * 2';
CREATE TABLE orders (amount amount, amounts amount[], price price);
CREATE INDEX orders_amount_idx ON orders (amount);
CREATE VIEW amounts AS SELECT amount FROM orders;
INSERT INTO orders VALUES (5, '{6,7}', 8);
