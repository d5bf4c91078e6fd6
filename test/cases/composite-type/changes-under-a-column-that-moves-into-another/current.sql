CREATE TYPE public.place AS (x integer, y integer);
CREATE TABLE public.shops (id integer, at public.place, other public.place);
INSERT INTO public.shops (id, other) VALUES (1, '(1,2)');
