CREATE TABLE t (name text COLLATE "C", code text COLLATE "C");
CREATE INDEX t_name_idx ON t (name COLLATE "C");
CREATE INDEX t_code_idx ON t (code COLLATE "POSIX");
INSERT INTO t VALUES ('b', 'c'), ('a', 'd');
