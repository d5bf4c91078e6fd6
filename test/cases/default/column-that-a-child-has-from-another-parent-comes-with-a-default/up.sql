ALTER TABLE public.people ADD COLUMN mood text DEFAULT 'sad'::text;
ALTER TABLE public.moody ALTER COLUMN mood SET DEFAULT 'sad'::text;
