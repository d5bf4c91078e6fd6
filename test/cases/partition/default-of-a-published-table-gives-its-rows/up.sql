CREATE TABLE public."events_default aside" AS SELECT at, note FROM public.events_default WHERE (at >= '2026-01-01' AND at < '2026-02-01');
ALTER TABLE public.events_default REPLICA IDENTITY FULL;
DELETE FROM public.events_default WHERE (at >= '2026-01-01' AND at < '2026-02-01');
ALTER TABLE public.events_default REPLICA IDENTITY DEFAULT;
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
INSERT INTO public.events (at, note) OVERRIDING SYSTEM VALUE SELECT at, note FROM public."events_default aside";
DROP TABLE public."events_default aside";
