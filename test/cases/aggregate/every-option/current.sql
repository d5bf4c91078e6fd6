CREATE FUNCTION public.add(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE FUNCTION public.sub(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE FUNCTION public.last(anyelement, anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS 'SELECT $2';
CREATE AGGREGATE public.total(integer) (SFUNC = public.add, STYPE = integer, INITCOND = '0');
CREATE VIEW public.v AS SELECT public.total(x) AS t FROM generate_series(1, 3) x;
COMMENT ON AGGREGATE public.total(integer) IS 'kept';
CREATE AGGREGATE public.gone(*) (SFUNC = pg_catalog.int8inc, STYPE = int8, INITCOND = '0');
COMMENT ON AGGREGATE public.gone(*) IS 'gone';
