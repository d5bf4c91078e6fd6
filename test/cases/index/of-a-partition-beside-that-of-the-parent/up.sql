DROP INDEX public.events_1_by_id;
DROP INDEX public.events_3_by_id;
CREATE INDEX events_id ON public.events (id);
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE INDEX events_2_by_id ON public.events_2 (id DESC);
CREATE INDEX events_1_by_id ON public.events_1 (id);
CREATE INDEX events_3_id_idx ON public.events_3 (id);
ALTER TABLE public.events ATTACH PARTITION public.events_3 FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
CREATE INDEX events_3_by_id ON public.events_3 (id);
