DROP TABLE public.plush;
DROP TABLE public.toys;
