CREATE TABLE public.events (id integer NOT NULL, at date) PARTITION BY RANGE (id);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (1) TO (100);
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM (100) TO (200);
INSERT INTO public.events VALUES (1, '2026-01-01'), (100, '2026-02-01');
