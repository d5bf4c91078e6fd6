ALTER TABLE public.events DETACH PARTITION public.events_2025;
ALTER TABLE public.events_2025 RENAME CONSTRAINT events_day_not_null TO events_2025_day_not_null;
ALTER TABLE public.events_2025 RENAME CONSTRAINT events_id_not_null TO events_2025_id_not_null;
