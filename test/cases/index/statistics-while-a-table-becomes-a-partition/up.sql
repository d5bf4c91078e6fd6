DROP INDEX public.events_lower;
ALTER TABLE public.events_2 RENAME CONSTRAINT events_2_at_not_null TO events_at_not_null;
CREATE INDEX events_lower ON public.events (lower(kind), id);
ALTER INDEX public.events_lower ALTER COLUMN 1 SET STATISTICS 70;
CREATE INDEX events_2_lower_id_idx ON public.events_2 (lower(kind), id);
ALTER INDEX public.events_2_lower_id_idx ALTER COLUMN 1 SET STATISTICS 70;
ALTER TABLE public.events ATTACH PARTITION public.events_2 FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
