CREATE TABLE public.cities (name text NOT NULL, people integer);
CREATE TABLE public.capitals (name text NOT NULL, people integer, state text);
CREATE TABLE public.villages (church boolean) INHERITS (public.cities);
INSERT INTO public.cities VALUES ('Ulm', 1);
INSERT INTO public.capitals VALUES ('Bonn', 2, 'NRW');
INSERT INTO public.villages VALUES ('Au', 3, true);
