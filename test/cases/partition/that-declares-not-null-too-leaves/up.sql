ALTER TABLE public.events DETACH PARTITION public.events_1;
ALTER TABLE public.events_1 RENAME CONSTRAINT events_at_not_null TO events_1_at_not_null;
