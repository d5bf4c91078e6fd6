CREATE TABLE public.animals (id integer GENERATED ALWAYS AS IDENTITY, note bytea);
CREATE TABLE public.things (id integer NOT NULL);
CREATE TABLE public.toys () INHERITS (public.animals, public.things);
INSERT INTO public.toys VALUES (1, 'a');
