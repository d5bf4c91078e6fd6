DROP TABLE public.memos;
DROP TABLE public.notes;
DROP TABLE public.drafts;
ALTER TABLE public.docs ALTER COLUMN body SET STORAGE DEFAULT;
ALTER TABLE public.docs ALTER COLUMN body SET COMPRESSION default;
