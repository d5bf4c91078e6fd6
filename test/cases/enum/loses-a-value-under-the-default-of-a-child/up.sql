ALTER TABLE public.pets ALTER COLUMN mood DROP DEFAULT;
ALTER TABLE ONLY public.people ALTER COLUMN mood DROP DEFAULT;
ALTER TABLE ONLY public.children ALTER COLUMN mood DROP DEFAULT;
-- outside a transaction
ALTER TYPE public.mood RENAME TO mood__old;
CREATE TYPE public.mood AS ENUM ('ok', 'happy');
ALTER TABLE public.people ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__old;
ALTER TABLE ONLY public.people ALTER COLUMN mood SET DEFAULT 'ok'::public.mood;
ALTER TABLE ONLY public.children ALTER COLUMN mood SET DEFAULT 'ok'::public.mood;
ALTER TABLE public.pets ALTER COLUMN mood SET DEFAULT 'happy'::public.mood;
