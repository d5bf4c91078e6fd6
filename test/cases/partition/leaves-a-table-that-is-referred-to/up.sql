ALTER TABLE public.parents DETACH PARTITION public.parents_2;
DROP TABLE public.parents_2;
