DROP VIEW public.seen;
CREATE OR REPLACE FUNCTION public.there(n integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE OR REPLACE FUNCTION public.here(n integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT NULL$$;
DROP FUNCTION public.there(integer);
DROP FUNCTION public.here(integer);
CREATE FUNCTION public.pong(n integer)
RETURNS boolean
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE FUNCTION public.ping(n integer)
RETURNS boolean
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE OR REPLACE FUNCTION public.pong(n integer)
RETURNS boolean
LANGUAGE sql
RETURN public.ping(n);
CREATE OR REPLACE FUNCTION public.ping(n integer)
RETURNS boolean
LANGUAGE sql
RETURN public.pong(n);
CREATE OR REPLACE FUNCTION public.is_odd(n integer)
RETURNS boolean
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE OR REPLACE FUNCTION public.is_even(n integer)
RETURNS boolean
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE OR REPLACE FUNCTION public.is_odd(n integer)
RETURNS boolean
LANGUAGE sql
RETURN ((n <> 0) AND public.is_even((n - 1)));
CREATE OR REPLACE FUNCTION public.is_even(n integer)
RETURNS boolean
LANGUAGE sql
RETURN ((n = 0) OR public.is_odd((n - 1)));
-- nothing to do;
-- nothing to do;
