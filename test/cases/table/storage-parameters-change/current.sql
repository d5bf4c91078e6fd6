CREATE TABLE t (id integer, body text) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
INSERT INTO t VALUES (1, 'kept');
