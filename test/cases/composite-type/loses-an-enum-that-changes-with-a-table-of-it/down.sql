ALTER TYPE public.mood RENAME TO mood__old;
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
ALTER TABLE public.other ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__old;
ALTER TYPE public.place DROP ATTRIBUTE x CASCADE;
ALTER TYPE public.place ADD ATTRIBUTE mood public.mood CASCADE;
ALTER TYPE public.place ADD ATTRIBUTE y integer CASCADE;
ALTER TABLE public.typed ALTER COLUMN y SET NOT NULL;
