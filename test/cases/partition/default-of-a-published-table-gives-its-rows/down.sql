CREATE TABLE public."events_default aside" AS SELECT at, note FROM public.events_1;
DROP TABLE public.events_1;
INSERT INTO public.events (at, note) OVERRIDING SYSTEM VALUE SELECT at, note FROM public."events_default aside";
DROP TABLE public."events_default aside";
