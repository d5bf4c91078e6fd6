CREATE FUNCTION public.ping()
RETURNS integer
LANGUAGE sql
AS $$SELECT pong()$$;
CREATE FUNCTION public.pong()
RETURNS integer
LANGUAGE sql
AS $$SELECT ping()$$;
CREATE FUNCTION public.z_inner(integer)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
AS $$SELECT $1 > 0$$;
CREATE TABLE public.late (
  id integer
);
CREATE FUNCTION public.y_other()
RETURNS integer
LANGUAGE plpgsql
AS $$BEGIN RETURN (SELECT count(*) + 1 FROM public.late); END$$;
CREATE FUNCTION public.a_checks(integer)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
AS $$SELECT z_inner($1) AND y_other() > 0$$;
ALTER TABLE public.t ADD COLUMN extra integer;
ALTER TABLE public.t ADD CONSTRAINT positive CHECK (public.a_checks(id));
CREATE MATERIALIZED VIEW public.early AS
SELECT public.y_other() AS one;
