ALTER TABLE public.events DETACH PARTITION public.events_2;
DROP INDEX public.events_2_lower_id_idx;
DROP INDEX public.events_lower;
ALTER TABLE public.events_2 RENAME CONSTRAINT events_at_not_null TO events_2_at_not_null;
CREATE INDEX events_lower ON public.events (lower(kind));
ALTER INDEX public.events_lower ALTER COLUMN 1 SET STATISTICS 75;
