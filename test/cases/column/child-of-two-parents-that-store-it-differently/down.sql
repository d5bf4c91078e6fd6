ALTER TABLE ONLY public.pages ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE TABLE public.letters () INHERITS (public.texts, public.pages);
ALTER TABLE ONLY public.pages ALTER COLUMN body SET STORAGE DEFAULT;
