CREATE ROLE case_writer;
CREATE TABLE old (id integer);
GRANT SELECT ON old TO case_writer;
CREATE VIEW old_seen AS SELECT id FROM old;
ALTER VIEW old_seen OWNER TO case_writer;
CREATE MATERIALIZED VIEW old_kept AS SELECT id FROM old_seen;
