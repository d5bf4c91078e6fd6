DROP STATISTICS public.place;
DROP STATISTICS public.sizes;
ALTER TABLE public.places ALTER COLUMN zip TYPE character varying(10);
CREATE STATISTICS public.place ON city, zip FROM public.places;
ALTER STATISTICS public.place SET STATISTICS 200;
COMMENT ON STATISTICS public.place IS 'One goes with the other';
CREATE STATISTICS public.sizes (ndistinct, mcv) ON city, size, (upper((zip)::text)) FROM public.places;
CREATE STATISTICS public.twice ON (size * 2) FROM public.places;
