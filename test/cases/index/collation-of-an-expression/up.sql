DROP INDEX public.t_plain;
CREATE INDEX t_plain ON public.t (lower(name) COLLATE pg_catalog."C");
