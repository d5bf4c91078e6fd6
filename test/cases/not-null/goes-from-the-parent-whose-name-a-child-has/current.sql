CREATE TABLE public.animals (id integer NOT NULL);
CREATE TABLE public.things (id integer NOT NULL);
CREATE TABLE public.toys () INHERITS (public.animals, public.things);
CREATE TABLE public.pets () INHERITS (public.animals);
CREATE TABLE public.plush () INHERITS (public.toys);
INSERT INTO public.plush VALUES (1);
