CREATE OR REPLACE FUNCTION public.f(a integer, b text DEFAULT 'none'::text)
RETURNS integer
LANGUAGE sql
AS $$SELECT $1$$;
