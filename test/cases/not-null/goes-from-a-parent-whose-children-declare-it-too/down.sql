ALTER TABLE public.events_2 ADD CONSTRAINT events_2_id_not_null NOT NULL id;
ALTER TABLE public.events ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.events_1 ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.cats ADD CONSTRAINT cats_id_not_null NOT NULL id;
ALTER TABLE public.animals ALTER COLUMN id SET NOT NULL;
