ALTER TABLE public.shops ALTER COLUMN at TYPE text;
ALTER TYPE public.place RENAME TO place__old;
CREATE TYPE public.place AS (
  x bigint,
  y integer
);
ALTER TABLE public.shops ALTER COLUMN other TYPE public.place USING other::text::public.place;
DROP TYPE public.place__old;
CREATE TYPE public.shape AS (
  place public.place,
  name text
);
ALTER TABLE public.shops ALTER COLUMN at TYPE public.shape USING at::public.shape;
