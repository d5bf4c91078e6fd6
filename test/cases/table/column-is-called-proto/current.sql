CREATE TABLE t (id integer, "__proto__" integer UNIQUE CHECK ("__proto__" > 0));
CREATE TYPE ty AS ("__proto__" integer, "constructor" integer);
CREATE TABLE u (t_id integer REFERENCES t ("__proto__"));
INSERT INTO t VALUES (1, 2);
INSERT INTO u VALUES (2);
