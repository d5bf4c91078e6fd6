ALTER TABLE public.animals ADD COLUMN name text;
ALTER TABLE public.animals ADD CONSTRAINT animals_name_not_null NOT NULL name NO INHERIT;
