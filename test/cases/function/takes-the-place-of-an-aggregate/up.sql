DROP VIEW public.totals;
DROP AGGREGATE public.total(integer);
CREATE FUNCTION public.total(integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT $1$$;
CREATE VIEW public.totals AS
SELECT public.total(n) AS n
   FROM public.numbers;
