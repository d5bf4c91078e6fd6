-- nothing to do;
ALTER TABLE public.notes DROP COLUMN kind;
ALTER TABLE public.old_notes DROP COLUMN kind;
