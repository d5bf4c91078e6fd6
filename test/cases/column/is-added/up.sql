ALTER TABLE public.t ADD COLUMN note text;
