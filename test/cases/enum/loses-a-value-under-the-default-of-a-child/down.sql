ALTER TABLE public.pets ALTER COLUMN mood DROP DEFAULT;
ALTER TABLE ONLY public.people ALTER COLUMN mood DROP DEFAULT;
ALTER TABLE ONLY public.children ALTER COLUMN mood DROP DEFAULT;
-- outside a transaction
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';
ALTER TABLE public.people ALTER COLUMN mood SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.pets ALTER COLUMN mood SET DEFAULT 'ok'::public.mood;
