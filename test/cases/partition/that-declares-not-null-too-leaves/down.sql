ALTER TABLE public.events_1 RENAME CONSTRAINT events_1_at_not_null TO events_at_not_null;
ALTER TABLE public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
ALTER TABLE public.events_1 ALTER COLUMN id SET NOT NULL;
