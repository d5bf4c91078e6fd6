ALTER TABLE public.things DROP CONSTRAINT things_weight_not_null;
ALTER TABLE public.things DROP COLUMN width;
ALTER TABLE public.pairs RENAME CONSTRAINT one TO two_aside;
ALTER TABLE public.pairs RENAME CONSTRAINT two TO one_aside;
ALTER TABLE public.pairs RENAME CONSTRAINT two_aside TO two;
ALTER TABLE public.pairs RENAME CONSTRAINT one_aside TO one;
ALTER TABLE public.things ADD COLUMN weight integer NOT NULL;
ALTER TABLE public.things ADD COLUMN size integer NOT NULL;
