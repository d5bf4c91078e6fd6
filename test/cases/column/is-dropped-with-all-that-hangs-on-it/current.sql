CREATE TABLE t (id integer PRIMARY KEY, code text NOT NULL DEFAULT 'x' UNIQUE CHECK (code <> ''));
CREATE INDEX t_code_idx ON t (lower(code));
INSERT INTO t VALUES (1, 'a');
