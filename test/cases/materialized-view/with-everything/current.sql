CREATE TABLE public.t (id integer, price integer);
INSERT INTO public.t VALUES (1, 2), (2, 3);
CREATE MATERIALIZED VIEW public.old WITH (fillfactor = 70) AS SELECT id FROM public.t;
CREATE INDEX old_id ON public.old (id);
ALTER MATERIALIZED VIEW public.old ALTER COLUMN id SET STATISTICS 50;
