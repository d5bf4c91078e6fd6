ALTER TABLE public.guesses NO INHERIT public.readings;
