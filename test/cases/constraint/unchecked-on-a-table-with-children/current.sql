CREATE TABLE public.events (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE public.places (name text);
CREATE TABLE public.towns (people integer) INHERITS (public.places);
INSERT INTO public.events VALUES (-1, '2026-01-05');
INSERT INTO public.towns VALUES ('', 5);
ALTER TABLE public.events ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
ALTER TABLE public.places ADD CONSTRAINT named CHECK (name <> '') NOT VALID;
