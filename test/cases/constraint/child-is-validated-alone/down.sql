ALTER TABLE public.events DROP CONSTRAINT positive;
ALTER TABLE public.events ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
ALTER TABLE public.events_3 VALIDATE CONSTRAINT positive;
COMMENT ON CONSTRAINT positive ON public.events IS 'above';
COMMENT ON CONSTRAINT positive ON public.events_3 IS 'at the end';
