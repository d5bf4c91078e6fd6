ALTER TABLE public.kittens ALTER COLUMN age TYPE smallint;
ALTER TABLE public.kittens RENAME COLUMN age TO "age aside";
ALTER TABLE public.animals ADD COLUMN age smallint;
UPDATE ONLY public.kittens SET age = "age aside";
ALTER TABLE public.kittens DROP COLUMN "age aside";
