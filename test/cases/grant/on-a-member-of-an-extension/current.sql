CREATE ROLE case_reader;
CREATE EXTENSION hstore;
CREATE EXTENSION pg_stat_statements;
GRANT EXECUTE ON FUNCTION hstore(text, text) TO case_reader;
