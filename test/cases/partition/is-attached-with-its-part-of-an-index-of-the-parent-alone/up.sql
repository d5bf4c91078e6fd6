DROP INDEX public.events_kind;
ALTER TABLE public.events DROP CONSTRAINT events_key;
ALTER TABLE public.events_2 RENAME CONSTRAINT events_2_id_not_null TO events_id_not_null;
ALTER TABLE public.events_2 RENAME CONSTRAINT events_2_kind_not_null TO events_kind_not_null;
CREATE TABLE public.events_3 (
  id integer CONSTRAINT events_id_not_null NOT NULL,
  kind text CONSTRAINT events_kind_not_null NOT NULL
);
ALTER TABLE public.events_3 ADD CONSTRAINT events_3_pkey PRIMARY KEY (id, kind);
CREATE UNIQUE INDEX events_2_id_kind_idx ON public.events_2 (id, kind);
ALTER TABLE public.events ATTACH PARTITION public.events_2 FOR VALUES FROM (100) TO (200);
ALTER TABLE public.events ATTACH PARTITION public.events_3 FOR VALUES FROM (200) TO (300);
ALTER TABLE ONLY public.events ADD CONSTRAINT events_key UNIQUE (id);
ALTER INDEX public.events_key ATTACH PARTITION public.events_2_key;
CREATE INDEX events_kind ON ONLY public.events (kind);
ALTER INDEX public.events_kind ATTACH PARTITION public.events_2_kind;
CREATE INDEX events_3_kind ON public.events_3 (kind);
ALTER INDEX public.events_kind ATTACH PARTITION public.events_3_kind;
