ALTER TABLE public.live DETACH PARTITION public.days_2025;
DROP INDEX public.days_2025_id_idx;
ALTER TABLE public.days_2025 RENAME CONSTRAINT live_day_not_null TO old_day_not_null;
ALTER TABLE public.days_2025 RENAME CONSTRAINT live_id_not_null TO old_id_not_null;
ALTER TABLE public.old ATTACH PARTITION public.days_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
