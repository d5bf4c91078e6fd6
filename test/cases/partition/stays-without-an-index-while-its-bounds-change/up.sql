-- nothing to do;
-- nothing to do;
DROP INDEX public.events_id_idx;
ALTER TABLE public.events DETACH PARTITION public.events_1;
ALTER TABLE public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('2025-01-01') TO ('2026-02-01');
CREATE INDEX events_id_idx ON ONLY public.events (id);
CREATE INDEX events_2_id_idx ON public.events_2 (id);
ALTER INDEX public.events_id_idx ATTACH PARTITION public.events_2_id_idx;
-- nothing to do;
