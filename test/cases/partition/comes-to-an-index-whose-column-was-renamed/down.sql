DROP TABLE public.t2;
