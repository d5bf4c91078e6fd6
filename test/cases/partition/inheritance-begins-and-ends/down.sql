ALTER TABLE public.capitals NO INHERIT public.cities;
DROP TABLE public.hamlets;
ALTER TABLE public.villages RENAME CONSTRAINT villages_name_not_null TO cities_name_not_null;
ALTER TABLE public.villages INHERIT public.cities;
