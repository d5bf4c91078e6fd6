DROP TABLE public.places;
DROP TYPE public.place;
