CREATE SEQUENCE counter;
CREATE SEQUENCE other;
CREATE SEQUENCE leaves;
CREATE UNLOGGED TABLE t (id bigint, n bigint);
CREATE TABLE u (id bigint);
ALTER SEQUENCE counter OWNED BY t.id;
ALTER SEQUENCE other OWNED BY u.id;
ALTER SEQUENCE leaves OWNED BY t.n;
INSERT INTO t VALUES (nextval('counter'), 1);
