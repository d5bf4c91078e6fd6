ALTER TABLE public.children ALTER COLUMN parent_id TYPE bigint USING parent_id::bigint;
ALTER TABLE public.parents ALTER COLUMN id TYPE bigint USING id::bigint;
