DROP PROCEDURE public.f(IN integer);
CREATE FUNCTION public.f(integer)
RETURNS void
LANGUAGE sql
AS $$SELECT 1$$;
