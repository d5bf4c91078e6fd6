ALTER TABLE public.parcels ALTER COLUMN was TYPE text USING was::text;
ALTER TABLE public.parcels ALTER COLUMN place TYPE public.place USING place::public.place;
