CREATE TABLE public.notes (
  body text,
  head text
) INHERITS (public.docs);
ALTER TABLE public.notes ALTER COLUMN body SET COMPRESSION default;
ALTER TABLE public.notes ALTER COLUMN head SET STORAGE DEFAULT;
