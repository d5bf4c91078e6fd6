CREATE FUNCTION allowed(id integer) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE TABLE t (id integer);
CREATE POLICY p ON t USING (allowed(id));
