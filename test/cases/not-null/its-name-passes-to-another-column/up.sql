ALTER TABLE public.things DROP COLUMN size;
ALTER TABLE public.things DROP COLUMN weight;
ALTER TABLE public.pairs RENAME CONSTRAINT one TO one_aside;
ALTER TABLE public.pairs RENAME CONSTRAINT two TO two_aside;
ALTER TABLE public.pairs RENAME CONSTRAINT one_aside TO two;
ALTER TABLE public.pairs RENAME CONSTRAINT two_aside TO one;
ALTER TABLE public.things ADD COLUMN width integer CONSTRAINT things_size_not_null NOT NULL;
ALTER TABLE public.things ADD CONSTRAINT things_weight_not_null CHECK (width > 0);
