CREATE TABLE public.old_notes__like (LIKE public.old_notes INCLUDING CONSTRAINTS INCLUDING GENERATED);
ALTER TABLE public.old_notes INHERIT public.old_notes__like;
ALTER TABLE public.old_notes NO INHERIT public.letters;
ALTER TABLE public.old_notes__like ADD COLUMN note text;
ALTER TABLE public.old_notes__like ALTER COLUMN note SET COMPRESSION pglz;
ALTER TABLE public.old_notes ALTER COLUMN note SET COMPRESSION pglz;
ALTER TABLE public.old_notes INHERIT public.notes;
ALTER TABLE public.old_notes NO INHERIT public.old_notes__like;
DROP TABLE public.old_notes__like;
