CREATE TABLE sales (at date, price integer, total integer GENERATED ALWAYS AS (price * 2) STORED) PARTITION BY RANGE (at);
CREATE TABLE sales_1 PARTITION OF sales FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE sales_2 PARTITION OF sales FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE INDEX sales_total ON sales (total);
COMMENT ON COLUMN sales_1.total IS 'as it was';
