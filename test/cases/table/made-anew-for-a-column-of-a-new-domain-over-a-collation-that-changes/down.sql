CREATE TABLE public."cities aside" AS SELECT id, zip, name::text COLLATE "default" AS name FROM public.cities;
DROP TABLE public.all_cities;
DROP TABLE public.cities;
DROP DOMAIN public.word;
ALTER COLLATION public.german RENAME TO german__old;
CREATE COLLATION public.german (provider = icu, locale = 'de');
DROP COLLATION public.german__old;
CREATE TABLE public.cities (
  id integer,
  zip text,
  name text
) PARTITION BY HASH (id, zip);
CREATE TABLE public.all_cities PARTITION OF public.cities FOR VALUES WITH (modulus 1, remainder 0);
INSERT INTO public.cities (id, zip, name) SELECT id, zip::text, name FROM public."cities aside";
DROP TABLE public."cities aside";
