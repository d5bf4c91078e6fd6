DROP TABLE public.places;
