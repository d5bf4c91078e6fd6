CREATE ROLE case_reader;
CREATE TABLE t (id integer, n integer);
GRANT SELECT (id, tableoid) ON t TO case_reader;
