-- nothing to do;
ALTER TABLE public.places DROP CONSTRAINT named;
-- nothing to do;
ALTER TABLE public.events DROP CONSTRAINT positive;
ALTER TABLE public.places ADD CONSTRAINT named CHECK (name <> ''::text) NOT VALID;
ALTER TABLE public.towns VALIDATE CONSTRAINT named;
COMMENT ON CONSTRAINT named ON public.towns IS 'looked at';
ALTER TABLE public.events ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
ALTER TABLE public.events_2 VALIDATE CONSTRAINT positive;
