CREATE TABLE public.things (id integer, size integer NOT NULL, weight integer NOT NULL);
CREATE TABLE public.pairs (a integer CONSTRAINT one NOT NULL, b integer CONSTRAINT two NOT NULL);
