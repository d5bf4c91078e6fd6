ALTER TABLE public.robots ADD COLUMN age integer;
ALTER TABLE public.dolls RENAME COLUMN age TO "age aside";
ALTER TABLE public.things ADD COLUMN age integer;
UPDATE ONLY public.dolls SET age = "age aside";
ALTER TABLE public.dolls DROP COLUMN "age aside";
ALTER TABLE public.pets RENAME COLUMN age TO "age aside";
ALTER TABLE public.animals ADD COLUMN age integer;
UPDATE ONLY public.pets SET age = "age aside";
ALTER TABLE public.pets DROP COLUMN "age aside";
