CREATE OR REPLACE FUNCTION public.f()
RETURNS SETOF public.a
LANGUAGE sql
AS $$SELECT * FROM a$$;
ALTER TABLE public.a DROP COLUMN n;
CREATE TABLE public.c (
  n integer
) INHERITS (public.b);
