DROP MATERIALIZED VIEW public.early;
ALTER TABLE public.t DROP CONSTRAINT positive;
ALTER TABLE public.t DROP COLUMN extra;
DROP FUNCTION public.a_checks(integer);
DROP FUNCTION public.y_other();
DROP TABLE public.late;
DROP FUNCTION public.z_inner(integer);
DROP FUNCTION public.pong();
DROP FUNCTION public.ping();
