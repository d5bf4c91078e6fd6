ALTER TABLE public.parents DROP CONSTRAINT old_name;
ALTER TABLE public.parents ADD CONSTRAINT new_name PRIMARY KEY (id);
