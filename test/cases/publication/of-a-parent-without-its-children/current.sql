CREATE TABLE public.places (name text PRIMARY KEY);
CREATE TABLE public.cities (mayor text) INHERITS (public.places);
CREATE PUBLICATION all_of_them FOR TABLE public.places;
CREATE PUBLICATION parent FOR TABLE ONLY public.places;
