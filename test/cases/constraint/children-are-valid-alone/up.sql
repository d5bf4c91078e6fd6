-- nothing to do;
ALTER TABLE public.events DROP CONSTRAINT positive;
-- nothing to do;
ALTER TABLE public.places DROP CONSTRAINT named;
ALTER TABLE public.events ADD CONSTRAINT positive CHECK (id > '-5'::integer) NOT VALID;
ALTER TABLE public.events_1 VALIDATE CONSTRAINT positive;
ALTER TABLE public.places ADD CONSTRAINT named CHECK (name <> 'x'::text) NOT VALID;
ALTER TABLE public.towns VALIDATE CONSTRAINT named;
COMMENT ON CONSTRAINT named ON public.towns IS 'looked at';
