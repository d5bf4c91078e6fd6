ALTER TABLE public.kittens ADD COLUMN age integer;
ALTER TABLE public.animals ADD COLUMN age integer CONSTRAINT animals_age_not_null NOT NULL;
