ALTER TABLE public.logs DETACH PARTITION public.logs_2024;
ALTER TABLE public.logs_2024 RENAME CONSTRAINT logs_day_not_null TO logs_2024_day_not_null;
ALTER TABLE public.logs_2024 RENAME CONSTRAINT logs_id_not_null TO logs_2024_id_not_null;
ALTER TABLE public.logs_2025 RENAME CONSTRAINT logs_2025_day_not_null TO logs_day_not_null;
ALTER TABLE public.logs_2025 RENAME CONSTRAINT logs_2025_id_not_null TO logs_id_not_null;
ALTER TABLE public.logs_2025 ALTER COLUMN day SET DEFAULT '2026-01-01'::date;
CREATE UNIQUE INDEX logs_2025_id_day_idx ON public.logs_2025 (id, day);
ALTER TABLE public.logs ATTACH PARTITION public.logs_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
