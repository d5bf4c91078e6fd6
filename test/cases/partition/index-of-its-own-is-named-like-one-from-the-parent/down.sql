DROP TABLE public.events_1;
DROP TABLE public.events;
