ALTER TABLE public.events_2025 RENAME CONSTRAINT events_2025_id_not_null TO events_id_not_null;
ALTER TABLE public.events_2025 RENAME CONSTRAINT events_2025_day_not_null TO events_day_not_null;
ALTER TABLE public.events ATTACH PARTITION public.events_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
