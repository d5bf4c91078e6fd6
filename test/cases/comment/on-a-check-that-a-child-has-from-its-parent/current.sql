CREATE TABLE public.events (id integer, size integer CONSTRAINT has_size CHECK (size > 0)) PARTITION BY RANGE (id);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (1) TO (100);
CREATE TABLE public.animals (legs integer CONSTRAINT has_legs CHECK (legs > 0));
CREATE TABLE public.dogs () INHERITS (public.animals);
COMMENT ON CONSTRAINT has_size ON public.events_1 IS 'Old events too';
COMMENT ON CONSTRAINT has_legs ON public.dogs IS 'Four as a rule';
