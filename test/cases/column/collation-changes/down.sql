DROP INDEX public.t_name_idx;
ALTER TABLE public.t ALTER COLUMN name TYPE text;
CREATE INDEX t_name_idx ON public.t (name);
