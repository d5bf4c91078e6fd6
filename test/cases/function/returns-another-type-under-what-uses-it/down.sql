DROP MATERIALIZED VIEW public.m;
DROP VIEW public.w;
DROP VIEW public.v;
DROP INDEX public.t_f;
ALTER TABLE public.t DROP CONSTRAINT t_n_check;
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION public.f();
CREATE FUNCTION public.f()
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT 1$$;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT public.f();
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK (public.f() > 0);
CREATE INDEX t_f ON public.t (((id + public.f())));
CREATE VIEW public.v AS
SELECT id,
    public.f() AS one
   FROM public.t;
COMMENT ON VIEW public.v IS 'kept';
COMMENT ON COLUMN public.v.one IS 'kept too';
CREATE VIEW public.w AS
SELECT id,
    one
   FROM public.v;
CREATE MATERIALIZED VIEW public.m AS
SELECT one
   FROM public.w;
CREATE UNIQUE INDEX m_one ON public.m (one);
