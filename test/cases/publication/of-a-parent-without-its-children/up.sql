ALTER PUBLICATION all_of_them DROP TABLE public.cities;
CREATE PUBLICATION another FOR TABLE ONLY public.places;
ALTER PUBLICATION parent ADD TABLE public.cities;
