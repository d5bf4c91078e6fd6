CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE public.people (id integer, mood public.mood DEFAULT 'ok');
CREATE TABLE public.children (age integer) INHERITS (public.people);
CREATE TABLE public.pets (legs integer) INHERITS (public.people);
INSERT INTO public.children VALUES (1, 'ok', 5);
