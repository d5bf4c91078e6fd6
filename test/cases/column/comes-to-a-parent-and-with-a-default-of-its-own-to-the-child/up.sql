ALTER TABLE public.old_notes ADD COLUMN kind text;
ALTER TABLE public.notes ADD COLUMN kind text DEFAULT 'new'::text;
ALTER TABLE public.old_notes ALTER COLUMN kind SET DEFAULT 'old'::text;
ALTER TABLE public.old_notes ALTER COLUMN kind SET NOT NULL;
