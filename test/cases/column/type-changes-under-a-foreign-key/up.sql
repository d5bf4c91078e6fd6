ALTER TABLE public.children ALTER COLUMN parent_id TYPE bigint;
ALTER TABLE public.parents ALTER COLUMN id TYPE bigint;
