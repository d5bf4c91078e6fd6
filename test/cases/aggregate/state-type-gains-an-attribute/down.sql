DROP VIEW public.v;
DROP AGGREGATE public.total(numeric);
ALTER TYPE public.state DROP ATTRIBUTE squares CASCADE;
CREATE AGGREGATE public.total(numeric) (
  SFUNC = public.add_up,
  STYPE = public.state,
  INITCOND = '(0,0)'
);
CREATE VIEW public.v AS
SELECT public.total(x) AS total
   FROM public.t;
