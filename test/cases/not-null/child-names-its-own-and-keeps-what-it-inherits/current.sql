CREATE TABLE public.places (id integer NOT NULL, name text NOT NULL, n integer CHECK (n > 0));
CREATE TABLE public.cities (id integer CONSTRAINT before NOT NULL) INHERITS (public.places);
INSERT INTO public.cities VALUES (1, 'Rome', 1);
