-- nothing to do;
DROP INDEX public.t_size;
-- nothing to do;
ALTER TABLE public.t DROP CONSTRAINT t_key;
CREATE INDEX t_city ON public.t (city, area);
