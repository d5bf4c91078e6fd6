ALTER TABLE public.t DROP COLUMN state;
