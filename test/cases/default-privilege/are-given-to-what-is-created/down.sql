DROP TABLE app.usual;
DROP TABLE app.guarded;
DROP FUNCTION app.open();
DROP FUNCTION app.hidden();
CREATE TABLE app.dropped (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL
);
REVOKE ALL ON TABLE app.dropped FROM case_writer;
GRANT USAGE ON SEQUENCE app.dropped_id_seq TO case_writer;
GRANT SELECT ON TABLE app.dropped TO case_reader;
