ALTER TABLE ONLY public.animals DROP COLUMN age;
ALTER TABLE ONLY public.things DROP COLUMN age;
ALTER TABLE public.toys DROP COLUMN age;
ALTER TABLE public.robots DROP COLUMN age;
