CREATE TABLE public."parcels_rest aside" AS SELECT id, place::text AS place FROM public.parcels_rest WHERE id IN (7);
DELETE FROM public.parcels_rest WHERE id IN (7);
CREATE TABLE public."parcels_7 aside" AS SELECT id, place::text AS place FROM public.parcels_7;
TRUNCATE public.parcels_7;
ALTER TABLE public.parcels ALTER COLUMN place TYPE text;
ALTER TABLE public.parcels DETACH PARTITION public.parcels_7;
DROP TABLE public.place;
CREATE TYPE public.place AS (
  shelf integer
);
ALTER TABLE public.parcels ATTACH PARTITION public.parcels_7 FOR VALUES IN (7);
ALTER TABLE public.parcels ALTER COLUMN place TYPE public.place USING place::public.place;
INSERT INTO public.parcels (id, place) OVERRIDING SYSTEM VALUE SELECT id, place::public.place FROM public."parcels_rest aside";
DROP TABLE public."parcels_rest aside";
INSERT INTO public.parcels (id, place) OVERRIDING SYSTEM VALUE SELECT id, place::public.place FROM public."parcels_7 aside";
DROP TABLE public."parcels_7 aside";
