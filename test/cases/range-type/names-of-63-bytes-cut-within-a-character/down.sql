ALTER TABLE public.t DROP COLUMN more;
DROP TYPE public."rangecomes表表表表表表表表表表表表表表表表表xx";
CREATE TYPE public."goes表表表表表表表表表表表表表表表表表表表xx" AS RANGE (SUBTYPE = date);
