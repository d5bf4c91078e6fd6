CREATE TABLE public.animals (id integer, age integer NOT NULL);
CREATE TABLE public.things (id integer, age integer);
CREATE TABLE public.toys () INHERITS (public.animals, public.things);
INSERT INTO public.toys VALUES (1, 2);
