CREATE TABLE t (id integer CONSTRAINT t_pkey PRIMARY KEY WITH (fillfactor = 70), code text CONSTRAINT t_code_key UNIQUE);
CREATE TABLE u (id integer REFERENCES t);
INSERT INTO t VALUES (1, 'a');
