CREATE TYPE public.place AS (shelf integer);
CREATE TABLE public.parcels (id integer, places public.place[]);
CREATE TABLE public.things (id integer);
CREATE TABLE public.boxes () INHERITS (public.parcels, public.things);
INSERT INTO public.boxes VALUES (1, '{(2)}');
