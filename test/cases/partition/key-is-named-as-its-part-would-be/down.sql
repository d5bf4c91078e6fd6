-- nothing to do;
ALTER TABLE public.t DROP CONSTRAINT t1_pkey;
