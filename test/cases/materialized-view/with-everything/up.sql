DROP INDEX public.old_id;
ALTER MATERIALIZED VIEW public.old SET (fillfactor=80);
ALTER MATERIALIZED VIEW public.old ALTER COLUMN id SET STATISTICS 60;
ALTER MATERIALIZED VIEW public.old ALTER COLUMN id SET (n_distinct=5);
CREATE UNIQUE INDEX old_id ON public.old (id DESC);
CREATE MATERIALIZED VIEW public.now AS
SELECT price
   FROM public.t
WITH NO DATA;
CREATE INDEX now_price ON public.now (((price + 1)));
