CREATE TABLE public."events_1 aside" AS SELECT * FROM public.events_1;
DROP TABLE public.events_1_others;
DROP TABLE public.events_1_a;
DROP TABLE public.events_1;
ALTER TABLE public.events ALTER COLUMN kind TYPE character varying(20);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
INSERT INTO public.events_1 (at, kind, note) SELECT at, kind::character varying(20), note FROM public."events_1 aside";
DROP TABLE public."events_1 aside";
