CREATE TABLE public.animals (id integer, name text CONSTRAINT named NOT NULL);
CREATE TABLE public.cats (lives integer) INHERITS (public.animals);
CREATE TABLE public.kittens () INHERITS (public.cats);
CREATE TABLE public.dogs (CONSTRAINT has_name NOT NULL name) INHERITS (public.animals);
INSERT INTO public.animals VALUES (1, 'Ann');
INSERT INTO public.kittens VALUES (2, 'Tom', 9);
INSERT INTO public.dogs VALUES (3, 'Rex');
