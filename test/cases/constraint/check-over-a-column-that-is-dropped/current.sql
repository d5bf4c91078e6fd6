CREATE TABLE t (a integer, b integer, CONSTRAINT order_of_two CHECK (a < b));
INSERT INTO t VALUES (1, 2);
