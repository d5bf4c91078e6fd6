CREATE ROLE case_reader;
CREATE ROLE case_writer;
CREATE TABLE t (id integer, tenant text, gone text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON t FOR SELECT TO case_reader USING (tenant = 'a');
CREATE POLICY writing ON t USING (tenant = gone) WITH CHECK (id > 0);
CREATE POLICY narrow ON t AS RESTRICTIVE USING (id > 0);
COMMENT ON POLICY narrow ON t IS 'narrows';
CREATE POLICY gone ON t FOR DELETE USING (true);
