ALTER TABLE public.animals ALTER COLUMN id DROP NOT NULL;
DROP TABLE public.events_2;
DROP TABLE public.dogs;
