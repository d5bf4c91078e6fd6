CREATE ROLE case_manager;
CREATE ROLE case_reader;
CREATE TABLE t (id integer, n integer);
GRANT SELECT ON t TO case_manager WITH GRANT OPTION;
GRANT SELECT (id), UPDATE (n) ON t TO case_manager;
GRANT SELECT ON t TO case_reader WITH GRANT OPTION;
GRANT SELECT (id) ON t TO case_reader WITH GRANT OPTION;
