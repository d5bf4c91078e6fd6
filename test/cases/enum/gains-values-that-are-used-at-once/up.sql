-- outside a transaction
ALTER TYPE public.mood ADD VALUE 'awful' BEFORE 'sad';
ALTER TYPE public.mood ADD VALUE 'bad' AFTER 'awful';
ALTER TYPE public.mood ADD VALUE 'meh' AFTER 'sad';
ALTER TYPE public.mood ADD VALUE 'happy';
ALTER TABLE public.people ALTER COLUMN mood SET DEFAULT 'happy'::public.mood;
