-- nothing to do;
ALTER TABLE public.animals ALTER CONSTRAINT named INHERIT;
