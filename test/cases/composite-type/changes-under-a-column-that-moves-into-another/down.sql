ALTER TABLE public.shops ALTER COLUMN at TYPE text;
DROP TYPE public.shape;
ALTER TYPE public.place RENAME TO place__old;
CREATE TYPE public.place AS (
  x integer,
  y integer
);
ALTER TABLE public.shops ALTER COLUMN other TYPE public.place USING other::text::public.place;
DROP TYPE public.place__old;
ALTER TABLE public.shops ALTER COLUMN at TYPE public.place USING at::public.place;
