ALTER TABLE public.plants ADD COLUMN name text;
CREATE OR REPLACE FUNCTION public.all_plants()
RETURNS SETOF public.plants
LANGUAGE sql
STABLE
AS $$SELECT * FROM plants$$;
ALTER TABLE public.plants DROP COLUMN size;
CREATE TABLE public.lichens () INHERITS (public.animals, public.plants);
