ALTER TABLE public.events DETACH PARTITION public.events_2025;
ALTER TABLE public.events_2025 RENAME CONSTRAINT events_day_not_null TO events_2025_day_not_null;
ALTER TABLE public.events_2025 RENAME CONSTRAINT events_id_not_null TO events_2025_id_not_null;
ALTER TABLE public.events_2025 ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('public.events_2025', 'id'), max(id)) FROM public.events_2025 HAVING max(id) >= 1;
