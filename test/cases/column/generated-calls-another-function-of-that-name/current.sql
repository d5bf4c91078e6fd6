CREATE FUNCTION tax(amount numeric, rate numeric DEFAULT 0.2) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT amount * rate';
CREATE TABLE sales (id integer PRIMARY KEY, amount numeric, tax numeric GENERATED ALWAYS AS (tax(amount, 0.1)) STORED);
CREATE VIEW taxes AS SELECT id, tax FROM sales;
INSERT INTO sales VALUES (1, 10);
