ALTER TABLE public.children DROP CONSTRAINT children_parent_id_fkey;
ALTER TABLE public.children ALTER COLUMN parent_id TYPE text;
ALTER TABLE public.parents ALTER COLUMN id TYPE text;
ALTER TABLE public.children ADD CONSTRAINT children_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.parents (id);
