DROP TABLE public.uses_1a;
DROP TABLE public.uses_1;
DROP TABLE public.uses;
