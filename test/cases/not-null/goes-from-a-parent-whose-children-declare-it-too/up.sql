-- nothing to do;
ALTER TABLE public.animals ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.cats ALTER COLUMN id DROP NOT NULL;
-- nothing to do;
-- nothing to do;
ALTER TABLE public.events ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.events_1 ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.events_2 ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.events_1 ALTER COLUMN id SET NOT NULL;
