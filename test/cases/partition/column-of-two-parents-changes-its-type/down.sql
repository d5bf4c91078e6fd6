DROP VIEW public.labels;
ALTER TABLE public.named DROP COLUMN extra;
ALTER TABLE public.titled ALTER COLUMN year TYPE integer;
CREATE TABLE public.book__like (LIKE public.book INCLUDING CONSTRAINTS INCLUDING GENERATED);
ALTER TABLE public.book__like DROP COLUMN IF EXISTS extra CASCADE, DROP COLUMN IF EXISTS pages CASCADE, DROP CONSTRAINT IF EXISTS book_pages_check;
ALTER TABLE public.book INHERIT public.book__like;
ALTER TABLE public.book NO INHERIT public.named;
ALTER TABLE public.book NO INHERIT public.titled;
ALTER TABLE public.book__like ALTER COLUMN label TYPE character varying(10);
ALTER TABLE public.titled ALTER COLUMN label TYPE character varying(10);
ALTER TABLE public.named ALTER COLUMN label TYPE character varying(10);
ALTER TABLE public.book INHERIT public.named;
ALTER TABLE public.book INHERIT public.titled;
ALTER TABLE public.book NO INHERIT public.book__like;
DROP TABLE public.book__like;
CREATE VIEW public.labels AS
SELECT label
   FROM public.book;
