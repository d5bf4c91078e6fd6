COMMENT ON CONSTRAINT has_legs ON public.dogs IS NULL;
COMMENT ON CONSTRAINT has_size ON public.events_1 IS 'All of them';
