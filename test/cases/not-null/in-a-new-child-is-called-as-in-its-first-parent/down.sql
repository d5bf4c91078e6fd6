DROP TABLE public.toys;
ALTER TABLE public.animals ALTER COLUMN id DROP NOT NULL;
DROP TABLE public.things;
