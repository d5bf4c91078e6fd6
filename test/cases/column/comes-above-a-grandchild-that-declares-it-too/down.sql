ALTER TABLE public.animals DROP COLUMN age;
ALTER TABLE public.kittens DROP COLUMN age;
