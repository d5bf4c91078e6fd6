CREATE FUNCTION public.factorial(n numeric)
RETURNS numeric
LANGUAGE sql
AS $$SELECT NULL$$;
CREATE OR REPLACE FUNCTION public.factorial(n numeric)
RETURNS numeric
LANGUAGE sql
RETURN CASE WHEN (n < (2)::numeric) THEN (1)::numeric ELSE (n * public.factorial((n - (1)::numeric))) END;
