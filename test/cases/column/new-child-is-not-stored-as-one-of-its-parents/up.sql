CREATE TABLE public.packed (
  body text
);
ALTER TABLE public.packed ALTER COLUMN body SET COMPRESSION pglz;
ALTER TABLE public.docs ADD COLUMN body text;
CREATE TABLE public.notes () INHERITS (public.docs, public.packed);
ALTER TABLE public.notes ALTER COLUMN body SET COMPRESSION default;
