ALTER TABLE public.parcels ALTER COLUMN place TYPE text USING place::text;
ALTER TABLE public.parcels ALTER COLUMN was TYPE public.place USING was::public.place;
