DROP VIEW public.streets;
ALTER TYPE public.address RENAME ATTRIBUTE city TO town CASCADE;
ALTER TYPE public.address DROP ATTRIBUTE zip CASCADE;
ALTER TYPE public.address ADD ATTRIBUTE country text COLLATE pg_catalog."C" CASCADE;
CREATE VIEW public.streets AS
SELECT id,
    (address).street AS street
   FROM public.people;
COMMENT ON COLUMN public.address.country IS 'ISO 3166';
