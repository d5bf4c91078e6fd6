CREATE TABLE public.animals (id integer);
CREATE TABLE public.cats () INHERITS (public.animals);
CREATE TABLE public.kittens () INHERITS (public.cats);
