ALTER PUBLICATION parent DROP TABLE public.cities;
DROP PUBLICATION another;
ALTER PUBLICATION all_of_them ADD TABLE public.cities;
