ALTER TABLE public.children DROP CONSTRAINT children_parent_id_fkey;
ALTER TABLE public.parents DROP CONSTRAINT new_name;
ALTER TABLE public.parents ADD CONSTRAINT old_name PRIMARY KEY (id);
ALTER TABLE public.children ADD CONSTRAINT children_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.parents (id);
