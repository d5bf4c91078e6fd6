DROP TABLE app.dropped;
CREATE FUNCTION app.hidden()
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
REVOKE EXECUTE ON FUNCTION app.hidden() FROM PUBLIC;
CREATE FUNCTION app.open()
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;
GRANT EXECUTE ON FUNCTION app.open() TO PUBLIC;
CREATE TABLE app.guarded (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL
);
REVOKE SELECT ON TABLE app.guarded FROM case_reader;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON TABLE app.guarded FROM case_writer;
GRANT USAGE ON SEQUENCE app.guarded_id_seq TO case_writer;
GRANT SELECT, REFERENCES, TRIGGER, MAINTAIN ON TABLE app.guarded TO case_writer;
CREATE TABLE app.usual (
  id integer
);
GRANT SELECT ON TABLE app.usual TO case_reader;
GRANT ALL ON TABLE app.usual TO case_writer;
