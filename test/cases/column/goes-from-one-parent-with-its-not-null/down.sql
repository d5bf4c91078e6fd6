ALTER TABLE public.animals ADD COLUMN age integer CONSTRAINT animals_age_not_null NOT NULL;
