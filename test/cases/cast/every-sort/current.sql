CREATE TYPE public.pair AS (a integer, b integer);
CREATE FUNCTION public.to_int(public.pair) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.a';
CREATE CAST (public.pair AS integer) WITH FUNCTION public.to_int(public.pair);
COMMENT ON CAST (public.pair AS integer) IS 'first';
CREATE CAST (public.pair AS json) WITH INOUT;
