CREATE TABLE public.old_notes__like (LIKE public.old_notes INCLUDING CONSTRAINTS INCLUDING GENERATED);
ALTER TABLE public.old_notes__like DROP COLUMN IF EXISTS note CASCADE;
ALTER TABLE public.old_notes INHERIT public.old_notes__like;
ALTER TABLE public.old_notes NO INHERIT public.notes;
ALTER TABLE public.old_notes DROP COLUMN note;
ALTER TABLE public.old_notes INHERIT public.letters;
ALTER TABLE public.old_notes NO INHERIT public.old_notes__like;
DROP TABLE public.old_notes__like;
