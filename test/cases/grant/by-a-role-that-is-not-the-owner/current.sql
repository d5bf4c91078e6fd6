CREATE ROLE case_manager;
CREATE ROLE case_reader;
CREATE TABLE t (id integer);
GRANT SELECT ON t TO case_manager WITH GRANT OPTION;
