DROP TABLE public.lichens;
ALTER TABLE public.plants ADD COLUMN size double precision;
CREATE OR REPLACE FUNCTION public.all_plants()
RETURNS SETOF public.plants
LANGUAGE sql
AS $$SELECT * FROM plants$$;
ALTER TABLE public.plants DROP COLUMN name;
