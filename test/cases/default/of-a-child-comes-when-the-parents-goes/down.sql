ALTER TABLE public.events ALTER COLUMN kind SET DEFAULT 'a'::text;
ALTER TABLE public.events_1 ALTER COLUMN kind SET DEFAULT 'a'::text;
