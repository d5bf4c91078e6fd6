COMMENT ON COLUMN public.address.country IS NULL;
DROP VIEW public.streets;
ALTER TYPE public.address RENAME ATTRIBUTE town TO city CASCADE;
ALTER TYPE public.address RENAME TO address__old;
CREATE TYPE public.address AS (
  street text,
  zip text,
  city text
);
CREATE TYPE pg_temp.tidemark_value_1 AS (value public.address[]);
ALTER TABLE public.people ALTER COLUMN address TYPE public.address USING json_populate_record(NULL::public.address, to_json(address));
ALTER TABLE public.people ALTER COLUMN others TYPE public.address[] USING (json_populate_record(NULL::pg_temp.tidemark_value_1, json_build_object('value', to_json(others)))).value;
DROP TYPE pg_temp.tidemark_value_1;
DROP TYPE public.address__old;
CREATE VIEW public.streets AS
SELECT id,
    (address).street AS street
   FROM public.people;
