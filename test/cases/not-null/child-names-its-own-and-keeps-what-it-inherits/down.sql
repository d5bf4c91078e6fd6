DROP TABLE public.towns;
CREATE TABLE public.cities__like (LIKE public.cities INCLUDING CONSTRAINTS INCLUDING GENERATED);
ALTER TABLE public.cities__like ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.cities INHERIT public.cities__like;
ALTER TABLE public.cities NO INHERIT public.places;
ALTER TABLE public.cities RENAME CONSTRAINT after TO before;
ALTER TABLE public.cities INHERIT public.places;
ALTER TABLE public.cities NO INHERIT public.cities__like;
DROP TABLE public.cities__like;
