DROP VIEW public.streets;
ALTER TYPE public.person RENAME TO person__old;
ALTER TYPE public.address RENAME TO address__old;
CREATE TYPE public.address AS (
  street text,
  number integer
);
CREATE TYPE public.person AS (
  name text,
  home public.address
);
CREATE TYPE pg_temp.tidemark_value_1 AS (value public.person);
CREATE TYPE pg_temp.tidemark_value_2 AS (value public.address[]);
ALTER TABLE public.people ALTER COLUMN person TYPE public.person USING (json_populate_record(NULL::pg_temp.tidemark_value_1, json_build_object('value', to_json(person)))).value;
ALTER TABLE public.people ALTER COLUMN address TYPE public.address USING json_populate_record(NULL::public.address, to_json(address));
ALTER TABLE public.people ALTER COLUMN others TYPE public.address[] USING (json_populate_record(NULL::pg_temp.tidemark_value_2, json_build_object('value', to_json(others)))).value;
DROP TYPE pg_temp.tidemark_value_1;
DROP TYPE pg_temp.tidemark_value_2;
DROP TYPE public.person__old;
DROP TYPE public.address__old;
COMMENT ON COLUMN public.address.number IS 'Of the house';
CREATE VIEW public.streets AS
SELECT id,
    (address).street AS street
   FROM public.people;
