CREATE TABLE public."cities aside" AS SELECT * FROM public.cities;
DROP TABLE public.all_cities;
DROP TABLE public.cities;
ALTER COLLATION public.german RENAME TO german__old;
CREATE COLLATION public.german (provider = icu, locale = 'sv');
DROP COLLATION public.german__old;
CREATE DOMAIN public.word AS text COLLATE public.german;
CREATE TABLE public.cities (
  id integer,
  zip integer,
  name public.word
) PARTITION BY HASH (id, zip);
CREATE TABLE public.all_cities PARTITION OF public.cities FOR VALUES WITH (modulus 1, remainder 0);
INSERT INTO public.cities (id, zip, name) SELECT id, zip::integer, name::public.word FROM public."cities aside";
DROP TABLE public."cities aside";
