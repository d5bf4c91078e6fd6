ALTER FUNCTION public.ping(integer) OWNER TO CURRENT_USER;
ALTER FUNCTION public.pong(integer) OWNER TO CURRENT_USER;
CREATE OR REPLACE FUNCTION public.is_even(n integer)
RETURNS boolean
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE OR REPLACE FUNCTION public.is_odd(n integer)
RETURNS boolean
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE OR REPLACE FUNCTION public.is_even(n integer)
RETURNS boolean
LANGUAGE sql
RETURN ((n = 1) OR public.is_odd((n - 1)));
CREATE OR REPLACE FUNCTION public.is_odd(n integer)
RETURNS boolean
LANGUAGE sql
RETURN ((n <> 1) AND public.is_even((n - 1)));
CREATE OR REPLACE FUNCTION public.ping(n integer)
RETURNS boolean
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE OR REPLACE FUNCTION public.pong(n integer)
RETURNS boolean
LANGUAGE sql
AS $$SELECT NULL$$;
DROP FUNCTION public.ping(integer);
DROP FUNCTION public.pong(integer);
CREATE FUNCTION public.here(n integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE FUNCTION public.there(n integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE OR REPLACE FUNCTION public.here(n integer)
RETURNS integer
LANGUAGE sql
RETURN public.there(n);
CREATE OR REPLACE FUNCTION public.there(n integer)
RETURNS integer
LANGUAGE sql
RETURN public.here(n);
CREATE VIEW public.seen AS
SELECT public.here(1) AS n;
