CREATE TABLE public.t (id integer);
INSERT INTO public.t VALUES (1), (2);
