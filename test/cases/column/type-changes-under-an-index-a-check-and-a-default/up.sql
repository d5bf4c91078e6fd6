DROP INDEX public.t_n_idx;
ALTER TABLE public.t DROP CONSTRAINT t_n_check;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n TYPE text USING n::text;
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT '1'::text;
CREATE INDEX t_n_idx ON public.t (n);
