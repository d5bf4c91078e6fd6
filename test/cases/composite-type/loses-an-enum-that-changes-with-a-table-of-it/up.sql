ALTER TABLE public.typed ALTER COLUMN y DROP NOT NULL;
ALTER TYPE public.place DROP ATTRIBUTE mood CASCADE;
ALTER TYPE public.place DROP ATTRIBUTE y CASCADE;
ALTER TYPE public.place ADD ATTRIBUTE x text CASCADE;
ALTER TYPE public.mood RENAME TO mood__old;
CREATE TYPE public.mood AS ENUM ('ok', 'sad');
ALTER TABLE public.other ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__old;
