ALTER TABLE public.events ALTER COLUMN id TYPE integer;
CREATE INDEX events_at ON ONLY public.events (at);
CREATE INDEX events_2_at_idx ON public.events_2 (at);
ALTER INDEX public.events_at ATTACH PARTITION public.events_2_at_idx;
