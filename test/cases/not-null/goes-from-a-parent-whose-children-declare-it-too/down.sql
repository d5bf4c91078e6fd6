ALTER TABLE public.events_1 ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.events_2 ADD CONSTRAINT events_2_id_not_null NOT NULL id;
ALTER TABLE public.events ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.events DETACH PARTITION public.events_1;
ALTER TABLE public.events_1 RENAME CONSTRAINT events_id_not_null TO events_1_id_not_null;
ALTER TABLE public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
ALTER TABLE public.events_1 ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.cats ADD CONSTRAINT cats_id_not_null NOT NULL id;
ALTER TABLE public.animals ALTER COLUMN id SET NOT NULL;
