CREATE TABLE public."events aside" AS SELECT * FROM public.events;
DROP VIEW public.recent;
DROP TABLE public.events_2025_0;
DROP TABLE public.events_2025_1;
DROP TABLE public.events_2025;
DROP TABLE public.events_rest;
DROP TABLE public.events;
CREATE TABLE public.events (
  id integer CONSTRAINT events_id_not_null NOT NULL,
  note text,
  day timestamp without time zone CONSTRAINT events_day_not_null NOT NULL,
  CONSTRAINT events_pkey PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE TABLE public.events_2025 PARTITION OF public.events FOR VALUES FROM ('2025-01-01 00:00:00') TO ('2026-01-01 00:00:00') PARTITION BY HASH (id);
CREATE TABLE public.events_2025_0 PARTITION OF public.events_2025 FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE public.events_2025_1 PARTITION OF public.events_2025 FOR VALUES WITH (modulus 2, remainder 1);
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT;
CREATE VIEW public.recent AS
SELECT id,
    day
   FROM public.events
  WHERE (day > '2025-06-01 00:00:00'::timestamp without time zone);
INSERT INTO public.events (id, note, day) SELECT id, note, day::timestamp without time zone FROM public."events aside";
DROP TABLE public."events aside";
