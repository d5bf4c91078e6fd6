CREATE FUNCTION public.f(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE VIEW public.v AS SELECT public.f(1) AS one;
COMMENT ON FUNCTION public.f(integer) IS 'stays';
