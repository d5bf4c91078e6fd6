DROP VIEW public.totals;
DROP FUNCTION public.total(integer);
CREATE AGGREGATE public.total(integer) (
  SFUNC = int4pl,
  STYPE = integer
);
CREATE VIEW public.totals AS
SELECT public.total(n) OVER () AS n
   FROM public.numbers;
