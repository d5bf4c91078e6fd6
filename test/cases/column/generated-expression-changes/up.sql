DROP INDEX public.t_double_idx;
ALTER TABLE public.t DROP COLUMN double;
ALTER TABLE public.t ADD COLUMN double integer GENERATED ALWAYS AS (a + a) STORED;
CREATE INDEX t_double_idx ON public.t (double);
