ALTER TABLE public.parents ALTER COLUMN id TYPE integer;
ALTER TABLE public.children ALTER COLUMN parent_id TYPE integer;
