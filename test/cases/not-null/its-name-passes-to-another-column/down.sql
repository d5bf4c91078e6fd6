ALTER TABLE public.things DROP CONSTRAINT things_weight_not_null;
ALTER TABLE public.things DROP COLUMN width;
ALTER TABLE public.things ADD COLUMN weight integer NOT NULL;
ALTER TABLE public.things ADD COLUMN size integer NOT NULL;
