DROP TABLE public.a;
DROP TABLE public.m;
DROP TABLE public.z;
