DROP TABLE public.everything;
