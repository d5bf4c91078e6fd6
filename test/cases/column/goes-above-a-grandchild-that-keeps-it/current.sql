CREATE TABLE public.animals (id integer, age smallint);
CREATE TABLE public.cats () INHERITS (public.animals);
CREATE TABLE public.pets () INHERITS (public.animals);
CREATE TABLE public.tomcats () INHERITS (public.cats, public.pets);
CREATE TABLE public.kittens () INHERITS (public.tomcats);
INSERT INTO public.kittens VALUES (1, 2);
