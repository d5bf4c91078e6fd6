CREATE TYPE thing AS ENUM ('1', '2');
CREATE TABLE t (id integer, more thing);
INSERT INTO t VALUES (1, '2');
