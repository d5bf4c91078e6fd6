ALTER TABLE public.kittens ALTER COLUMN age TYPE smallint;
ALTER TABLE public.kittens RENAME COLUMN age TO "age aside";
ALTER TABLE public.animals ADD COLUMN age smallint DEFAULT 0 CONSTRAINT animals_age_not_null NOT NULL;
ALTER TABLE public.animals ALTER COLUMN age DROP DEFAULT;
UPDATE ONLY public.kittens SET age = "age aside";
ALTER TABLE public.kittens DROP COLUMN "age aside";
-- nothing to do;
