ALTER TABLE ONLY public.animals DROP COLUMN age;
ALTER TABLE ONLY public.cats DROP COLUMN age;
ALTER TABLE ONLY public.pets DROP COLUMN age;
ALTER TABLE ONLY public.tomcats DROP COLUMN age;
ALTER TABLE public.kittens ALTER COLUMN age TYPE integer;
