-- nothing to do;
ALTER TABLE public.uses DROP CONSTRAINT uses_a_fkey;
