ALTER TABLE public.others ADD COLUMN name text;
CREATE OR REPLACE FUNCTION public.total()
RETURNS bigint
LANGUAGE sql
AS $$SELECT count(name) FROM others$$;
DROP TABLE public.things;
ALTER DOMAIN public.small DROP CONSTRAINT small_check;
