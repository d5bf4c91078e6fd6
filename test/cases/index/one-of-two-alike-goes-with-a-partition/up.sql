CREATE TABLE public."t_default aside" AS SELECT id FROM public.t1;
-- nothing to do;
-- nothing to do;
DROP TABLE public.t1;
DROP INDEX public.later;
ALTER INDEX public.t_default_id_idx1 RENAME TO t_default_id_idx;
INSERT INTO public.t (id) OVERRIDING SYSTEM VALUE SELECT id FROM public."t_default aside";
DROP TABLE public."t_default aside";
