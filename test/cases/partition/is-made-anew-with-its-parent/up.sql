CREATE TABLE public."events aside" AS SELECT id, at, size::text AS size FROM public.events;
DROP TABLE public.events_1_a;
DROP TABLE public.events_1;
DROP TABLE public.events;
DROP TYPE public.size;
CREATE TABLE public.events (
  id bigint CONSTRAINT events_id_not_null NOT NULL,
  at date CONSTRAINT events_at_not_null NOT NULL,
  size integer
) PARTITION BY RANGE (at);
ALTER TABLE public.events ALTER COLUMN id SET STATISTICS 40;
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01') PARTITION BY RANGE (id);
ALTER TABLE public.events_1 ALTER COLUMN id SET STATISTICS -1;
CREATE TABLE public.events_1_a PARTITION OF public.events_1 FOR VALUES FROM ('1') TO ('100');
INSERT INTO public.events (id, at, size) SELECT id, at::date, size::integer FROM public."events aside";
DROP TABLE public."events aside";
