CREATE TABLE public.animals (id integer, age text DEFAULT '7');
INSERT INTO public.animals VALUES (1, '2');
