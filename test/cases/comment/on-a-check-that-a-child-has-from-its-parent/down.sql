COMMENT ON CONSTRAINT has_size ON public.events_1 IS 'Old events too';
COMMENT ON CONSTRAINT has_legs ON public.dogs IS 'Four as a rule';
