DROP INDEX public.c_twice;
DROP INDEX public.t_twice;
ALTER TABLE public.t DROP COLUMN twice;
ALTER TABLE public.t ADD COLUMN twice integer GENERATED ALWAYS AS (id * 2) STORED;
CREATE INDEX t_twice ON public.t (twice);
CREATE INDEX c_twice ON public.c (twice);
