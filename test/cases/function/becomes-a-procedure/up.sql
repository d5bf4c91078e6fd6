DROP FUNCTION public.f(integer);
CREATE PROCEDURE public.f(integer)
LANGUAGE sql
AS $$SELECT 1$$;
