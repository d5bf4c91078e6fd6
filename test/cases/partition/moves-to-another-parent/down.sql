ALTER TABLE public.old DETACH PARTITION public.days_2025;
ALTER TABLE public.days_2025 RENAME CONSTRAINT old_id_not_null TO live_id_not_null;
ALTER TABLE public.days_2025 RENAME CONSTRAINT old_day_not_null TO live_day_not_null;
CREATE INDEX days_2025_id_idx ON public.days_2025 (id);
ALTER TABLE public.live ATTACH PARTITION public.days_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
