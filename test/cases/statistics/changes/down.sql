DROP STATISTICS public.twice;
DROP STATISTICS public.sizes;
DROP STATISTICS public.place;
ALTER TABLE public.places ALTER COLUMN zip TYPE text;
CREATE STATISTICS public.sizes (mcv) ON city, size, (lower(zip)) FROM public.places;
CREATE STATISTICS public.place ON city, zip FROM public.places;
ALTER STATISTICS public.place SET STATISTICS 100;
