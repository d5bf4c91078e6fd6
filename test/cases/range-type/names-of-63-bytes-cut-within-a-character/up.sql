DROP TYPE public."goes表表表表表表表表表表表表表表表表表表表xx";
CREATE TYPE public."rangecomes表表表表表表表表表表表表表表表表表xx" AS RANGE (SUBTYPE = date);
ALTER TABLE public.t ADD COLUMN more public."rangecomes表表表表表表表表表表表表表表表表表xx";
