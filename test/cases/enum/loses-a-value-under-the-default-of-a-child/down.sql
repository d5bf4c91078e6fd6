ALTER TABLE public.people ALTER COLUMN mood DROP DEFAULT;
-- outside a transaction
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
ALTER TABLE public.people ALTER COLUMN mood SET DEFAULT 'ok'::public.mood;
