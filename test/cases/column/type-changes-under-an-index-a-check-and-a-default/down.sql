DROP INDEX public.t_n_idx;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT 1;
ALTER TABLE public.t ADD CONSTRAINT t_n_check CHECK (n > 0);
CREATE INDEX t_n_idx ON public.t (n) WHERE n > 10;
