ALTER TABLE public.people ALTER COLUMN mood DROP DEFAULT;
-- outside a transaction
ALTER TYPE public.mood RENAME TO mood__old;
CREATE TYPE public.mood AS ENUM ('ok', 'happy');
ALTER TABLE public.people ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__old;
ALTER TABLE public.people ALTER COLUMN mood SET DEFAULT 'ok'::public.mood;
