CREATE TABLE public."places aside" AS SELECT * FROM ONLY public.places;
ALTER TABLE public.places ALTER COLUMN x DROP DEFAULT;
DROP TABLE public.places;
ALTER TYPE public.place DROP ATTRIBUTE mail CASCADE;
CREATE TABLE public.places OF public.place;
ALTER TABLE public.places ALTER COLUMN x SET DEFAULT 3;
INSERT INTO public.places (x) SELECT x FROM public."places aside";
DROP TABLE public."places aside";
