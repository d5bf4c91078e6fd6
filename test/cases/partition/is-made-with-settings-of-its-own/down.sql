DROP TABLE public.events_1;
