CREATE TABLE public."events_1 aside" AS SELECT * FROM ONLY public.events_1;
DROP TABLE public.events_1;
ALTER TABLE public.events ALTER COLUMN kind TYPE text;
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01') PARTITION BY LIST (kind);
CREATE TABLE public.events_1_a PARTITION OF public.events_1 FOR VALUES IN ('a');
CREATE TABLE public.events_1_others PARTITION OF public.events_1 DEFAULT;
INSERT INTO public.events_1 (at, kind, note) SELECT at, kind::text, note FROM public."events_1 aside";
DROP TABLE public."events_1 aside";
