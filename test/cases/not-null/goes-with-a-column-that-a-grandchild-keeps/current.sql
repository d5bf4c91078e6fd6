CREATE TABLE public.animals (id integer, age smallint NOT NULL);
CREATE TABLE public.cats () INHERITS (public.animals);
CREATE TABLE public.kittens () INHERITS (public.cats);
CREATE TABLE public.lions () INHERITS (public.cats);
INSERT INTO public.kittens VALUES (1, 2);
