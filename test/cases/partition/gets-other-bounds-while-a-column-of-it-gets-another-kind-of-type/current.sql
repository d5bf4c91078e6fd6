CREATE TYPE public.place AS (shelf integer);
CREATE TABLE public.parcels (id integer, place public.place) PARTITION BY LIST (id);
CREATE TABLE public.parcels_rest PARTITION OF public.parcels DEFAULT;
CREATE TABLE public.parcels_7 PARTITION OF public.parcels FOR VALUES IN (7);
INSERT INTO public.parcels VALUES (5, '(1)'), (7, '(2)');
