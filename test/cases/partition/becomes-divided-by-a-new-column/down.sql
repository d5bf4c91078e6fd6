CREATE TABLE public."events_3 aside" AS SELECT * FROM public.events_3;
DROP TABLE public.events_3_all;
DROP TABLE public.events_3;
ALTER TABLE public.events DROP COLUMN region;
CREATE TABLE public.events_3 PARTITION OF public.events FOR VALUES FROM ('2026-03-01') TO ('2026-05-01');
INSERT INTO public.events_3 (id, at) SELECT id, at FROM public."events_3 aside";
DROP TABLE public."events_3 aside";
