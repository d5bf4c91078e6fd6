DROP TABLE public.notes;
ALTER TABLE public.docs DROP COLUMN body;
DROP TABLE public.packed;
