CREATE TABLE doubled (id integer, computed integer GENERATED ALWAYS AS (id * 2) STORED);
