DROP INDEX public.t_city;
ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE (id, area);
ALTER TABLE public.t1 RENAME CONSTRAINT t1_id_area_key TO t1_id_size_key;
CREATE INDEX t_size ON public.t (area);
ALTER INDEX public.t1_area_idx RENAME TO t1_size_idx;
