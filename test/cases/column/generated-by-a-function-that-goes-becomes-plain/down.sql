CREATE FUNCTION public.twice(b numeric)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT (b * 2)::integer$$;
ALTER TABLE public.counts DROP COLUMN doubled;
ALTER TABLE public.counts ADD COLUMN doubled text GENERATED ALWAYS AS (public.twice((n)::numeric)) STORED;
