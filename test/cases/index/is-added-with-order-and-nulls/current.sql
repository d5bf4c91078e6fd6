CREATE TABLE t (a integer, b timestamptz, c text);
INSERT INTO t VALUES (1, '2026-01-01', 'x');
