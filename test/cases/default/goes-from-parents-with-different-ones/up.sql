-- nothing to do;
ALTER TABLE public.a DROP COLUMN t;
ALTER TABLE public.b DROP COLUMN t;
