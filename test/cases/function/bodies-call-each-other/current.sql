CREATE FUNCTION public.is_even(n integer) RETURNS boolean LANGUAGE sql RETURN true;
CREATE FUNCTION public.is_odd(n integer) RETURNS boolean LANGUAGE sql RETURN n <> 0 AND public.is_even(n - 1);
CREATE OR REPLACE FUNCTION public.is_even(n integer) RETURNS boolean LANGUAGE sql RETURN n = 0 OR public.is_odd(n - 1);
CREATE FUNCTION public.ping(n integer) RETURNS boolean LANGUAGE sql RETURN true;
CREATE FUNCTION public.pong(n integer) RETURNS boolean LANGUAGE sql RETURN public.ping(n);
CREATE OR REPLACE FUNCTION public.ping(n integer) RETURNS boolean LANGUAGE sql RETURN public.pong(n);
