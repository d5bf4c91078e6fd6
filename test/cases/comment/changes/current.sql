CREATE TABLE t (id integer CONSTRAINT t_key PRIMARY KEY, note text, n bigint GENERATED ALWAYS AS IDENTITY);
COMMENT ON TABLE t IS 'before';
COMMENT ON COLUMN t.note IS 'goes';
COMMENT ON SCHEMA public IS 'ours';
CREATE INDEX i ON t (note);
CREATE VIEW v AS SELECT id FROM t;
CREATE TYPE pair AS (a integer, b integer);
COMMENT ON COLUMN pair.a IS 'goes';
