ALTER TABLE public.things DROP COLUMN size;
ALTER TABLE public.things DROP COLUMN weight;
ALTER TABLE public.things ADD COLUMN width integer CONSTRAINT things_size_not_null NOT NULL;
ALTER TABLE public.things ADD CONSTRAINT things_weight_not_null CHECK (width > 0);
