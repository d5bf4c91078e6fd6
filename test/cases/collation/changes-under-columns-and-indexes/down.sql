DROP VIEW public.names;
DROP INDEX public.users_name_idx;
ALTER COLLATION public.any_case RENAME TO any_case__old;
CREATE COLLATION public.any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
ALTER TABLE public.users ALTER COLUMN email TYPE text COLLATE public.any_case;
DROP COLLATION public.any_case__old;
CREATE INDEX users_name_idx ON public.users (name COLLATE public.any_case);
CREATE VIEW public.names AS
SELECT (name COLLATE public.any_case) AS name
   FROM public.users;
