CREATE TABLE public.animals (id integer, age integer NOT NULL);
CREATE TABLE public.things (id integer);
CREATE TABLE public.toys () INHERITS (public.animals, public.things);
CREATE TABLE public.plush () INHERITS (public.toys);
INSERT INTO public.toys VALUES (1, 2);
INSERT INTO public.plush VALUES (3, 4);
