CREATE TABLE public."places aside" AS SELECT * FROM ONLY public.places;
DROP TABLE public.places;
ALTER TYPE public.mood RENAME TO mood__old;
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
ALTER TABLE public.felt ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__old;
ALTER TYPE public.place RENAME TO place__old;
CREATE TYPE public.place AS (
  mood public.mood,
  y integer
);
DROP TYPE public.place__old;
CREATE TABLE public.places OF public.place;
INSERT INTO public.places (y) SELECT y FROM public."places aside";
DROP TABLE public."places aside";
