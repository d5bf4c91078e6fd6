ALTER TABLE public.events ALTER COLUMN payload DROP DEFAULT;
ALTER TABLE public.events ALTER COLUMN payload TYPE jsonb USING payload::jsonb;
ALTER TABLE public.events ALTER COLUMN payload SET DEFAULT '{}'::jsonb;
