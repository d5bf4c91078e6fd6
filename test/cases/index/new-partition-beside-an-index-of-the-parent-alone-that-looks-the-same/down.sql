DROP INDEX public.events_only;
ALTER TABLE public.events DETACH PARTITION public.events_2;
DROP INDEX public.events_2_kind_idx;
DROP INDEX public.events_kind;
CREATE INDEX events_only ON ONLY public.events (kind);
