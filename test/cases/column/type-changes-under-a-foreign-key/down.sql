ALTER TABLE public.parents ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE public.children ALTER COLUMN parent_id TYPE integer USING parent_id::integer;
