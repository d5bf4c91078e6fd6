DROP VIEW public.labels;
CREATE TABLE public.book__like (LIKE public.book INCLUDING CONSTRAINTS INCLUDING GENERATED);
ALTER TABLE public.book__like DROP COLUMN IF EXISTS pages CASCADE, DROP CONSTRAINT IF EXISTS book_pages_check;
ALTER TABLE public.book INHERIT public.book__like;
ALTER TABLE public.book NO INHERIT public.named;
ALTER TABLE public.book NO INHERIT public.titled;
ALTER TABLE public.named ALTER COLUMN label TYPE text;
ALTER TABLE public.titled ALTER COLUMN label TYPE text;
ALTER TABLE public.book__like ALTER COLUMN label TYPE text;
ALTER TABLE public.book INHERIT public.named;
ALTER TABLE public.book INHERIT public.titled;
ALTER TABLE public.book NO INHERIT public.book__like;
DROP TABLE public.book__like;
ALTER TABLE public.titled ALTER COLUMN year TYPE bigint;
ALTER TABLE public.named ADD COLUMN extra integer;
CREATE VIEW public.labels AS
SELECT label
   FROM public.book;
