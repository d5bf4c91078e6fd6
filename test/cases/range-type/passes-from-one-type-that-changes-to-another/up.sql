ALTER TABLE public.t ALTER COLUMN during TYPE text;
DROP TYPE public.span;
ALTER TYPE public.place RENAME TO place__old;
CREATE TYPE public.place AS (
  x integer,
  y integer
);
DROP TYPE public.place__old;
-- outside a transaction
ALTER TYPE public.mood RENAME TO mood__old;
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
DROP TYPE public.mood__old;
CREATE TYPE public.span AS RANGE (SUBTYPE = public.mood);
COMMENT ON TYPE public.span IS 'of something';
ALTER TABLE public.t ALTER COLUMN during TYPE public.span USING during::public.span;
