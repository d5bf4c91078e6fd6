ALTER TABLE public.animals DROP COLUMN name;
