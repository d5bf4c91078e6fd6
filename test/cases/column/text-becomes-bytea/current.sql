CREATE TABLE t (a text, b bytea);
INSERT INTO t VALUES ('a1', '\xff005c78'), ('', 'plain');
