DROP POLICY p ON public.t;
DROP FUNCTION public.allowed(integer);
CREATE FUNCTION public.allowed(id integer, extra integer DEFAULT 1)
RETURNS boolean
LANGUAGE sql
AS $$SELECT true$$;
CREATE POLICY p ON public.t USING (public.allowed(id));
