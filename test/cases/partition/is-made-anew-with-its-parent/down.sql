CREATE TABLE public."events aside" AS SELECT * FROM public.events;
DROP TABLE public.events_1_a;
DROP TABLE public.events_1;
DROP TABLE public.events;
CREATE TYPE public.size AS ENUM ('1', '2');
CREATE TABLE public.events (
  id bigint CONSTRAINT events_id_not_null NOT NULL,
  at timestamp with time zone CONSTRAINT events_at_not_null NOT NULL,
  size public.size
) PARTITION BY RANGE (at);
ALTER TABLE public.events ALTER COLUMN id SET STATISTICS 40;
ALTER TABLE public.events ALTER COLUMN size SET STATISTICS 50;
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00') PARTITION BY RANGE (id);
ALTER TABLE public.events_1 ALTER COLUMN id SET STATISTICS 40;
ALTER TABLE public.events_1 ALTER COLUMN size SET STATISTICS -1;
CREATE TABLE public.events_1_a PARTITION OF public.events_1 FOR VALUES FROM ('1') TO ('100');
ALTER TABLE public.events_1_a ALTER COLUMN id SET STATISTICS 40;
INSERT INTO public.events (id, at, size) SELECT id, at::timestamp with time zone, size::text::public.size FROM public."events aside";
DROP TABLE public."events aside";
