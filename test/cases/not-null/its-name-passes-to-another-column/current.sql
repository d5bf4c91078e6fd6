CREATE TABLE public.things (id integer, size integer NOT NULL, weight integer NOT NULL);
