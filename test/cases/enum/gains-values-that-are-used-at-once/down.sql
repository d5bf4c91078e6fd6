ALTER TABLE public.people ALTER COLUMN mood SET DEFAULT 'ok'::public.mood;
-- outside a transaction
DROP VIEW public.happy_people;
ALTER TABLE public.people ALTER COLUMN mood DROP DEFAULT;
ALTER TYPE public.mood RENAME TO mood__old;
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
ALTER TABLE public.people ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__old;
ALTER TABLE public.people ALTER COLUMN mood SET DEFAULT 'ok'::public.mood;
CREATE VIEW public.happy_people AS
SELECT id
   FROM public.people
  WHERE (mood = 'ok'::public.mood);
