DROP INDEX public.events_only;
CREATE INDEX events_kind ON public.events (kind);
CREATE INDEX events_2_kind_idx ON public.events_2 (kind);
ALTER TABLE public.events ATTACH PARTITION public.events_2 FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
CREATE INDEX events_only ON ONLY public.events (kind);
