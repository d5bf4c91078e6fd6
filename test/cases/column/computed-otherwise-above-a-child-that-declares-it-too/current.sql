CREATE TABLE sales (price integer, total integer GENERATED ALWAYS AS (price * 2) STORED);
CREATE TABLE old_sales (total integer GENERATED ALWAYS AS (price * 2) STORED) INHERITS (sales);
CREATE TABLE new_sales (total integer GENERATED ALWAYS AS (price * 3) STORED) INHERITS (sales);
