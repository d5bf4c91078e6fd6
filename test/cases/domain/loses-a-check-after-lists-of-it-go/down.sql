ALTER DOMAIN public.small ADD CONSTRAINT small_check CHECK (VALUE < 100);
CREATE TABLE public.things (
  listed public.small[]
);
CREATE OR REPLACE FUNCTION public.total()
RETURNS bigint
LANGUAGE sql
AS $$SELECT count(*) FROM things$$;
ALTER TABLE public.others DROP COLUMN name;
