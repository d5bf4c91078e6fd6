DROP TABLE public.letters;
CREATE TABLE public.pages () INHERITS (public.things, public.texts);
ALTER TABLE public.pages ALTER COLUMN body SET COMPRESSION default;
