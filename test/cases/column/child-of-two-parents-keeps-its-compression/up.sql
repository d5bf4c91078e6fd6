DROP TABLE public.pages;
CREATE TABLE public.letters () INHERITS (public.things, public.texts);
ALTER TABLE public.letters ALTER COLUMN body SET COMPRESSION default;
