CREATE ROLE case_app;
GRANT CREATE ON SCHEMA public TO case_app;
CREATE TABLE t (a integer, b integer);
ALTER TABLE t OWNER TO case_app;
CREATE STATISTICS s ON a, b FROM t;
ALTER STATISTICS s OWNER TO case_app;
CREATE TABLE mine (a integer, b integer);
CREATE STATISTICS own ON a, b FROM mine;
