CREATE DOMAIN public.degrees AS double precision;
CREATE FUNCTION public.apart(public.degrees, public.degrees)
RETURNS double precision
LANGUAGE sql
IMMUTABLE
AS $$SELECT $1 - $2$$;
CREATE TYPE public.arc AS RANGE (SUBTYPE = public.degrees, SUBTYPE_DIFF = public.apart);
ALTER TABLE public.turns ADD COLUMN over_the public.arc;
