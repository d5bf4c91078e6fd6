CREATE TABLE public."events_1 aside" AS SELECT * FROM public.events_1;
DROP TABLE public.events_1;
DROP INDEX public.events_id;
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
INSERT INTO public.events_1 (id, at) SELECT id, at FROM public."events_1 aside";
DROP TABLE public."events_1 aside";
