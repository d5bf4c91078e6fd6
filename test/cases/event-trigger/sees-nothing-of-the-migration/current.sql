CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no views'; END $$;
CREATE EVENT TRIGGER guard ON ddl_command_start WHEN TAG IN ('CREATE VIEW', 'DROP VIEW') EXECUTE FUNCTION public.refuse();
COMMENT ON EVENT TRIGGER guard IS 'no views';
