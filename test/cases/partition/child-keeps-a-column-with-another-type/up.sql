ALTER TABLE ONLY public.animals DROP COLUMN n;
ALTER TABLE public.cats ALTER COLUMN n TYPE integer;
