DROP INDEX public.t_name_idx;
ALTER TABLE public.t ALTER COLUMN name TYPE text COLLATE pg_catalog."C";
ALTER TABLE public.t ALTER COLUMN code TYPE text COLLATE pg_catalog."C";
CREATE INDEX t_name_idx ON public.t (name COLLATE pg_catalog."C");
