DROP INDEX public.users_twice;
ALTER TABLE public.users DROP COLUMN twice;
CREATE TRIGGER touches BEFORE UPDATE ON public.users
FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();
ALTER TABLE public.users ADD COLUMN twice integer GENERATED ALWAYS AS (id * 2) STORED;
CREATE INDEX users_twice ON public.users (twice);
