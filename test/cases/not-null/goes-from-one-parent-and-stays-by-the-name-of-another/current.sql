CREATE TABLE public.animals (id integer NOT NULL);
CREATE TABLE public.things (id integer NOT NULL);
CREATE TABLE public.toys (CONSTRAINT things_id_not_null NOT NULL id) INHERITS (public.animals, public.things);
INSERT INTO public.toys VALUES (1);
