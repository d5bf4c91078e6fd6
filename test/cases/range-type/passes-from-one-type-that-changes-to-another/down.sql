ALTER TABLE public.t ALTER COLUMN during TYPE text;
DROP TYPE public.span;
-- outside a transaction
ALTER TYPE public.mood ADD VALUE 'happy';
ALTER TYPE public.place RENAME TO place__old;
CREATE TYPE public.place AS (
  mood public.mood,
  y integer
);
DROP TYPE public.place__old;
CREATE TYPE public.span AS RANGE (SUBTYPE = public.place);
COMMENT ON TYPE public.span IS 'of something';
ALTER TABLE public.t ALTER COLUMN during TYPE public.span USING during::public.span;
