CREATE TABLE public.animals (id integer, age integer);
CREATE TABLE public.things (id integer, age integer);
CREATE TABLE public.pets () INHERITS (public.animals);
CREATE TABLE public.toys () INHERITS (public.animals, public.things);
CREATE TABLE public.plush () INHERITS (public.toys);
CREATE TABLE public.robots (age integer) INHERITS (public.animals, public.things);
CREATE TABLE public.dolls () INHERITS (public.animals, public.things);
INSERT INTO public.pets VALUES (1, 2);
INSERT INTO public.dolls VALUES (3, 4);
