CREATE TABLE public.animals (id integer NOT NULL);
CREATE TABLE public.things (id integer NOT NULL);
