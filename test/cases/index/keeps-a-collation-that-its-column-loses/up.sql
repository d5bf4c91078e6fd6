DROP INDEX public.t_name_idx;
ALTER TABLE public.t ALTER COLUMN code TYPE character varying(5);
ALTER TABLE public.t ALTER COLUMN name TYPE character(5);
CREATE INDEX t_name_idx ON public.t (name COLLATE pg_catalog."C");
