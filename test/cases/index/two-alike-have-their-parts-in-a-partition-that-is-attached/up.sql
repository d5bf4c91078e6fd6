CREATE INDEX events_a ON public.events (id, at);
CREATE INDEX events_b ON public.events (id, at);
CREATE INDEX part_2 ON public.events_1 (id, at);
CREATE INDEX part_1 ON public.events_1 (id, at);
ALTER TABLE public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
