DROP MATERIALIZED VIEW public.early;
ALTER TABLE public.t DROP CONSTRAINT positive;
DROP FUNCTION public.a_checks(integer);
DROP FUNCTION public.z_inner(integer);
DROP FUNCTION public.y_other();
DROP FUNCTION public.pong();
DROP FUNCTION public.ping();
ALTER TABLE public.t DROP COLUMN extra;
DROP TABLE public.late;
