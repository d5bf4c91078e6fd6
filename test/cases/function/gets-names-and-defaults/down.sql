DROP VIEW public.w;
DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT t_id_check;
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION public.f(integer, text);
CREATE FUNCTION public.f(integer, text)
RETURNS integer
LANGUAGE sql
AS $$SELECT $1$$;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT public.f(1, 'y'::text);
ALTER TABLE public.t ADD CONSTRAINT t_id_check CHECK (public.f(id, 'z'::text) > 0);
CREATE VIEW public.v AS
SELECT public.f(1, 'x'::text) AS one;
CREATE VIEW public.w AS
SELECT (one + 1) AS two
   FROM public.v;
