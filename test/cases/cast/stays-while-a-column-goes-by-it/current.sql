CREATE TYPE public.place AS (shelf integer);
CREATE CAST (public.place AS text) WITH INOUT;
CREATE TABLE public.parcels (id integer, place public.place, was text);
INSERT INTO public.parcels VALUES (1, '(2)', '(3)');
