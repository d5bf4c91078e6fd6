CREATE FUNCTION is_admin() RETURNS boolean LANGUAGE sql STABLE AS 'SELECT true';
CREATE TABLE notes (id integer, owner text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON notes USING ((SELECT is_admin())) WITH CHECK (((SELECT is_admin()) AND id > 0));
CREATE POLICY own ON notes FOR SELECT USING ((WITH me AS (SELECT current_user AS name) SELECT owner = me.name FROM me));
