ALTER TABLE public.events_2 VALIDATE CONSTRAINT positive;
