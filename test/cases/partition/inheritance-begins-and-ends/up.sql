ALTER TABLE public.villages NO INHERIT public.cities;
ALTER TABLE public.villages RENAME CONSTRAINT cities_name_not_null TO villages_name_not_null;
CREATE TABLE public.hamlets () INHERITS (public.cities);
ALTER TABLE public.capitals INHERIT public.cities;
