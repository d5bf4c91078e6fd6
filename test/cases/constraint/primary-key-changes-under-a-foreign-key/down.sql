ALTER TABLE public.parents DROP CONSTRAINT new_name;
ALTER TABLE public.parents ADD CONSTRAINT old_name PRIMARY KEY (id);
